package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.Mismatch;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentFact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of subscriptions that a processor tells of, in every store. */
public abstract class PeriodsContract extends BuyingContract {

    // One payment that is told as a checkout and as an invoice is one payment.
    @Test
    void grantsOnceForOnePaymentThatHasTwoNames() {
        Order order = buyer.ordered(1, PaymentSamples.PLUS);
        PaymentFact.PeriodPaid first = buyer.month(1, order);
        buyer.hears(first);
        PaymentFact.PeriodPaid again =
                new PaymentFact.PeriodPaid(
                        first.order(),
                        first.subscription(),
                        buyer.month(2, order).key(),
                        first.payment(),
                        first.priceReference(),
                        first.fraction(),
                        first.asked(),
                        first.total(),
                        null,
                        null,
                        first.periodStart(),
                        first.periodEnd(),
                        true,
                        first.at());
        assertThat(buyer.hears(again)).isEqualTo(new ApplyOutcome.Applied());

        assertThat(buyer.account().granted()).isEqualTo(new Credits(1_000));
    }

    // Each period is paid and granted once, whatever else is said of the subscription.
    @Test
    void grantsEachPeriodOnce() {
        Order order = buyer.ordered(1, PaymentSamples.PLUS);
        for (int month : List.of(1, 2, 1, 3, 2)) {
            buyer.hears(buyer.month(month, order));
        }

        assertThat(buyer.account().granted()).isEqualTo(new Credits(3_000));
        assertThat(buyer.order(order.reference()).state()).isEqualTo(OrderState.PAID);
        assertThat(buyer.order(order.reference()).subscription()).isEqualTo(buyer.subscription(1));
    }

    // Credits of a period end with it only where the product says so.
    @Test
    void letsThePeriodsCreditsEndOnlyIfTheProductSaysSo() {
        buyer.hears(buyer.month(0, buyer.ordered(1, PaymentSamples.PRO)));

        assertThat(buyer.account().buckets().getFirst().expiresAt())
                .isEqualTo(buyer.now().plus(Buyer.MONTH));
    }

    // Whoever changes to something dearer within a month gets what they paid for, and no more.
    @Test
    void grantsTheFractionThatWasPaidForWhenASubscriptionGrows() {
        Order order = buyer.ordered(1, PaymentSamples.PLUS);
        buyer.hears(buyer.month(0, order));
        PaymentFact.PeriodPaid rest =
                buyer.period(
                        9,
                        order,
                        "price_pro_EUR",
                        new Fraction(750, 2_499),
                        750,
                        buyer.now().plusSeconds(1));

        assertThat(buyer.hears(rest)).isEqualTo(new ApplyOutcome.Applied());
        // 3,000 x 750 / 2,499, rounded down.
        assertThat(buyer.account().granted()).isEqualTo(new Credits(1_000 + 900));
    }

    // A fraction that is not what was asked for is looked at by a person.
    @Test
    void grantsNothingForAFractionThatWasNotPaid() {
        Order order = buyer.ordered(1, PaymentSamples.PLUS);
        PaymentFact.PeriodPaid rest =
                buyer.period(9, order, "price_pro_EUR", Fraction.WHOLE, 750, buyer.now());

        assertThat(buyer.hears(rest)).isEqualTo(new ApplyOutcome.Mismatched(Mismatch.AMOUNT));
        assertThat(buyer.account().granted()).isEqualTo(Credits.ZERO);
    }

    // The projection says what was said last of it, not what came last.
    @Test
    void followsASubscriptionWhateverOrderItsNewsComeIn() {
        Order order = buyer.ordered(1, PaymentSamples.PLUS);
        String plus = order.purchase().priceReference();
        buyer.hears(buyer.stands(order, Subscription.State.CANCELLED, "price_pro_EUR", 4));
        buyer.hears(buyer.stands(order, Subscription.State.PAST_DUE, "price_pro_EUR", 3));
        buyer.hears(buyer.stands(order, Subscription.State.ACTIVE, plus, 1));

        Subscription known = known();
        assertThat(known.state()).isEqualTo(Subscription.State.CANCELLED);
        assertThat(known.plan()).isEqualTo("pro");
        assertThat(ports().customers().of(buyer.person().account(), PaymentSamples.PROCESSOR))
                .map(CustomerReference::processor)
                .contains(PaymentSamples.PROCESSOR);
    }

    // Cancelled is nothing for ever: whoever thinks better of it before its end runs on, and what
    // was paid for counts until the period that is paid at another price.
    @Test
    void runsOnOnceACancellationIsUndoneAndChangesItsPlanWithThePeriod() {
        Order order = buyer.ordered(1, PaymentSamples.PRO);
        String pro = order.purchase().priceReference();
        buyer.hears(buyer.month(0, order));
        buyer.hears(buyer.stands(order, Subscription.State.CANCELLED, pro, 1));
        assertThat(known().state()).isEqualTo(Subscription.State.CANCELLED);

        buyer.hears(buyer.stands(order, Subscription.State.ACTIVE, pro, 2));
        assertThat(known().state()).isEqualTo(Subscription.State.ACTIVE);
        assertThat(known().plan()).isEqualTo("pro");

        buyer.hears(
                buyer.period(
                        1,
                        order,
                        "price_plus_EUR",
                        Fraction.WHOLE,
                        999,
                        buyer.now().plus(Buyer.MONTH)));
        buyer.hears(buyer.stands(order, Subscription.State.ACTIVE, "price_plus_EUR", 3));
        assertThat(known().plan()).isEqualTo("plus");
        assertThat(buyer.account().granted()).isEqualTo(new Credits(3_000 + 1_000));
    }

    private Subscription known() {
        return ports().subscriptions().of(buyer.person().account()).orElseThrow();
    }

    // A receipt for each payment, newest first, page by page.
    @Test
    void listsThePaymentsOfAnAccount() {
        Order order = buyer.ordered(1, PaymentSamples.PLUS);
        for (int month = 1; month <= 3; month++) {
            buyer.hears(buyer.month(month, order));
        }

        Page<Payment> first = ports().payments().of(buyer.person().account(), 2, null);
        Page<Payment> second =
                ports().payments().of(buyer.person().account(), 2, first.nextCursor());

        assertThat(first.items())
                .extracting(Payment::reference)
                .containsExactly(buyer.payment(3), buyer.payment(2));
        assertThat(second.items()).extracting(Payment::reference).containsExactly(buyer.payment(1));
        assertThat(second.nextCursor()).isNull();
    }
}
