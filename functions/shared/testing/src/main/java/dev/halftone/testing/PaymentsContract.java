package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.Mismatch;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentFact;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of payments that a processor tells of, in every store. */
public abstract class PaymentsContract extends BuyingContract {

    private static final int RACERS = 20;

    // What was ordered is there, the order says so, and what was paid and when is kept with both.
    @Test
    void grantsWhatWasOrdered() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);

        assertThat(buyer.hears(buyer.paid(1, order))).isEqualTo(new ApplyOutcome.Applied());

        assertThat(buyer.account().available()).isEqualTo(new Credits(400));
        Order paid = buyer.order(order.reference());
        assertThat(paid.state()).isEqualTo(OrderState.PAID);
        assertThat(paid.payment()).isEqualTo(buyer.payment(1));
        assertThat(paid.billingEmail()).isEqualTo("billing@example.org");
        Payment.Bought bought = bought(1);
        assertThat(bought.total()).isEqualTo(new Cost(594, "EUR"));
        assertThat(bought.at()).isEqualTo(buyer.now());
        assertThat(bought.granted()).isEqualTo(new Credits(400));
        assertThat(bought.order()).isEqualTo(order.reference());
    }

    // A processor repeats itself.
    @Test
    void grantsOnceHoweverOftenItIsSaid() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        for (int time = 0; time < 5; time++) {
            assertThat(buyer.hears(buyer.paid(1, order))).isEqualTo(new ApplyOutcome.Applied());
        }

        assertThat(buyer.account().granted()).isEqualTo(new Credits(400));
    }

    // It also repeats itself at the same moment.
    @Test
    void grantsOnceHoweverManySayItAtOnce() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);

        assertThat(Race.run(RACERS, _ -> buyer.hears(buyer.paid(1, order))))
                .containsOnly(new ApplyOutcome.Applied());

        assertThat(buyer.account().granted()).isEqualTo(new Credits(400));
        assertThat(buyer.account().entries()).isEqualTo(1);
    }

    // DynamoDB remembers a request for ten minutes; a grant is remembered for ever.
    @Test
    void grantsOnceThoughItIsSaidAgainLater() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        buyer.hears(buyer.paid(1, order));
        for (Duration later : List.of(Duration.ofMinutes(11), Duration.ofDays(40))) {
            assertThat(ports().apply().apply(buyer.paid(1, order), buyer.now().plus(later)))
                    .isEqualTo(new ApplyOutcome.Applied());
        }

        assertThat(buyer.account().granted()).isEqualTo(new Credits(400));
    }

    // The same product bought again is another purchase.
    @Test
    void grantsForEachOfTwoEqualOrders() {
        Order first = buyer.ordered(1, PaymentSamples.PACK);
        Order second = buyer.ordered(2, PaymentSamples.PACK);
        buyer.hears(buyer.paid(1, first));
        buyer.hears(buyer.paid(2, second));

        assertThat(buyer.account().granted()).isEqualTo(new Credits(800));
    }

    // A coupon may pay for all of it; its checkout still counts once.
    @Test
    void grantsOnceForWhatACouponPaid() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        PaymentFact.Paid paid = buyer.paid(1, order);
        PaymentFact.Paid free =
                new PaymentFact.Paid(
                        paid.order(),
                        paid.key(),
                        paid.payment(),
                        paid.priceReference(),
                        paid.asked(),
                        new Cost(0, "EUR"),
                        null,
                        null,
                        true,
                        paid.at());
        buyer.hears(free);
        buyer.hears(free);

        assertThat(buyer.account().granted()).isEqualTo(new Credits(400));
        assertThat(bought(1).total()).isEqualTo(new Cost(0, "EUR"));
    }

    // Bought credits end only as the checkout said.
    @Test
    void letsCreditsEndOnlyIfTheProductSaysSo() {
        buyer.hears(buyer.paid(1, buyer.ordered(1, PaymentSamples.PACK)));
        buyer.hears(buyer.paid(2, buyer.ordered(2, PaymentSamples.ENDING_PACK)));

        assertThat(buyer.account().buckets().stream().map(Bucket::expiresAt))
                .containsExactlyInAnyOrder(null, buyer.now().plus(365, ChronoUnit.DAYS));
    }

    // A test payment, another price, another currency, another product: nobody gets anything.
    @Test
    void grantsNothingForWhatWasNotOrdered() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        PaymentFact.Paid paid = buyer.paid(1, order);

        assertThat(buyer.hears(buyer.paid(1, order, new Cost(498, "EUR"))))
                .isEqualTo(new ApplyOutcome.Mismatched(Mismatch.AMOUNT));
        assertThat(buyer.hears(buyer.paid(2, order, new Cost(499, "USD"))))
                .isEqualTo(new ApplyOutcome.Mismatched(Mismatch.CURRENCY));
        assertThat(buyer.hears(with(buyer.paid(3, order), "price_other", true)))
                .isEqualTo(new ApplyOutcome.Mismatched(Mismatch.PRODUCT));
        assertThat(buyer.hears(with(buyer.paid(4, order), paid.priceReference(), false)))
                .isEqualTo(new ApplyOutcome.Mismatched(Mismatch.MODE));
        assertThat(buyer.hears(buyer.month(5, order)))
                .isEqualTo(new ApplyOutcome.Mismatched(Mismatch.KIND));

        assertThat(buyer.account().granted()).isEqualTo(Credits.ZERO);
        assertThat(buyer.order(order.reference()).state()).isEqualTo(OrderState.REVIEW);
        assertThat(bought(1).mismatch()).isEqualTo(Mismatch.AMOUNT);
    }

    // What the processor carries along decides where to look, never what is granted, or to whom.
    @Test
    void grantsNothingForAnOrderOfSomebodyElse() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        Buyer other = new Buyer(ports());
        PaymentFact.Paid paid = buyer.paid(1, order);
        PaymentFact.Paid foreign =
                new PaymentFact.Paid(
                        new OrderReference(other.person().account(), order.id()),
                        paid.key(),
                        paid.payment(),
                        paid.priceReference(),
                        paid.asked(),
                        paid.total(),
                        null,
                        null,
                        true,
                        paid.at());

        assertThat(buyer.hears(foreign)).isEqualTo(new ApplyOutcome.NoSuchOrder());
        assertThat(other.account().granted()).isEqualTo(Credits.ZERO);
        assertThat(ports().payments().find(paid.payment())).isEmpty();
    }

    // An order pays once; money that comes twice is looked at by a person.
    @Test
    void grantsNothingForAnOrderThatIsPaid() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        buyer.hears(buyer.paid(1, order));

        assertThat(buyer.hears(buyer.paid(2, order)))
                .isEqualTo(new ApplyOutcome.Mismatched(Mismatch.PAID_TWICE));
        assertThat(buyer.account().granted()).isEqualTo(new Credits(400));
        assertThat(buyer.order(order.reference()).state()).isEqualTo(OrderState.PAID);
    }

    // An order only ever goes on.
    @Test
    void movesAnOrderOnlyForwards() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        OrderReference reference = order.reference();
        buyer.hears(new PaymentFact.Failed(reference, buyer.now()));
        buyer.hears(new PaymentFact.Awaiting(reference, buyer.now()));
        assertThat(buyer.order(reference).state()).isEqualTo(OrderState.FAILED);
        buyer.hears(buyer.paid(1, order));
        buyer.hears(new PaymentFact.Expired(reference, buyer.now()));

        assertThat(buyer.order(reference).state()).isEqualTo(OrderState.PAID);
        assertThat(buyer.hears(new PaymentFact.Unknown("some.thing", "evt_1")))
                .isEqualTo(new ApplyOutcome.NotUnderstood());
    }

    private static PaymentFact.Paid with(
            PaymentFact.Paid paid, String priceReference, boolean live) {
        return new PaymentFact.Paid(
                paid.order(),
                paid.key(),
                paid.payment(),
                priceReference,
                paid.asked(),
                paid.total(),
                null,
                null,
                live,
                paid.at());
    }
}
