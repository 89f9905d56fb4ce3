package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.account.Language;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What {@link PaymentProcessor} promises, over a processor whose other side a test can play. Money
 * is granted and revoked by these facts alone.
 */
public abstract class PaymentProcessorContract extends ProcessorTrial {

    private static final int PAGES_MAX = 20;

    // A repeated request must not end in two pages on which one order can be paid.
    @Test
    final void opensOneCheckoutForOneOrder() {
        Checkout first = checkout(1, side.pack());
        assertThat(checkout(1, side.pack())).isEqualTo(first);
        assertThat(checkout(2, side.pack()).session()).isNotEqualTo(first.session());
    }

    @Test
    final void saysNothingOfAnOrderThatNobodyPaid() {
        Order order = order(1, side.pack(), checkout(1, side.pack()));
        assertThat(processor.look(order)).isEmpty();
        assertThat(processor.look(order(2, side.pack(), null))).isEmpty();
    }

    // What is looked up, delivered and listed is one payment under one key.
    @Test
    final void saysTheSameOfAPaymentWhicheverWayItIsHeard() {
        Checkout checkout = checkout(1, side.pack());
        side.pay(checkout);

        PaymentFact.Paid looked = paid(processor.look(order(1, side.pack(), checkout)));
        assertThat(facts()).containsExactly(looked);
        assertThat(listed()).containsExactly(looked);
    }

    @Test
    final void saysWhatWasAskedAndPaidForAnOrder() {
        Checkout checkout = checkout(1, side.pack());
        side.pay(checkout);

        PaymentFact.Paid paid = paid(processor.look(order(1, side.pack(), checkout)));
        assertThat(paid.order()).isEqualTo(order(1, side.pack(), null).reference());
        assertThat(paid.priceReference()).isEqualTo(side.pack().priceReference());
        assertThat(paid.asked()).isEqualTo(side.pack().price());
        assertThat(paid.total()).isEqualTo(side.pack().price());
        assertThat(paid.payment().processor()).isEqualTo(processor.id());
        assertThat(paid.billingEmail()).isEqualTo("payer@example.test");
        assertThat(paid.live()).isEqualTo(checkout.live());
    }

    // A free order is one order, like any other.
    @Test
    final void saysWhatACouponPaidForInFull() {
        Checkout checkout = checkout(1, side.pack());
        side.payByCoupon(checkout);

        PaymentFact.Paid paid = paid(processor.look(order(1, side.pack(), checkout)));
        assertThat(paid.asked()).isEqualTo(side.pack().price());
        assertThat(paid.total()).isEqualTo(new Cost(0, side.pack().price().currency()));
    }

    @Test
    final void followsAWayToPayThatTakesDays() {
        Checkout paid = checkout(1, side.pack());
        side.paySlowly(paid);
        assertThat(facts()).singleElement().isInstanceOf(PaymentFact.Awaiting.class);
        side.settle(paid, true);
        assertThat(facts()).singleElement().isInstanceOf(PaymentFact.Paid.class);

        Checkout failed = checkout(2, side.pack());
        side.paySlowly(failed);
        assertThat(facts()).singleElement().isInstanceOf(PaymentFact.Awaiting.class);
        side.settle(failed, false);
        assertThat(facts()).singleElement().isInstanceOf(PaymentFact.Failed.class);
    }

    @Test
    final void saysThatACheckoutExpired() {
        Checkout checkout = checkout(1, side.pack());
        side.expire(checkout);
        assertThat(facts()).singleElement().isInstanceOf(PaymentFact.Expired.class);
    }

    // Every telling of two refunds ends in the same sum, and a failed one does not count.
    @Test
    final void addsUpWhatWentBack() {
        PaymentFact.Paid paid = bought();
        side.deliveries();
        side.refund(paid.payment(), 150);
        side.refund(paid.payment(), 100);
        assertThat(facts())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(refunded(fact).refundedMinor()).isEqualTo(250))
                .allSatisfy(fact -> assertThat(refunded(fact).payment()).isEqualTo(paid.payment()))
                .allSatisfy(
                        fact ->
                                assertThat(refunded(fact).paidMinor())
                                        .isEqualTo(paid.total().amountMinor()));

        side.failRefund();
        assertThat(facts())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(refunded(fact).refundedMinor()).isEqualTo(150));
    }

    @Test
    final void followsADisputeToItsEnd() {
        PaymentFact.Paid first = bought();
        side.dispute(first.payment(), false);
        assertThat(phases()).containsOnly(DisputePhase.OPEN);
        side.decide(true);
        assertThat(phases()).containsOnly(DisputePhase.WON);

        Checkout second = checkout(2, side.pack());
        side.pay(second);
        side.dispute(paid(processor.look(order(2, side.pack(), second))).payment(), false);
        side.deliveries();
        side.decide(false);
        assertThat(phases()).containsOnly(DisputePhase.LOST);
    }

    // A bank that only asks has taken nothing.
    @Test
    final void tellsAQuestionFromADispute() {
        side.dispute(bought().payment(), true);
        assertThat(phases()).containsOnly(DisputePhase.INQUIRY);
        side.decide(true);
        assertThat(phases()).containsOnly(DisputePhase.WON);
    }

    // However many messages tell of the first period, it has one key; the next has another.
    @Test
    final void paysEachPeriodOfASubscriptionOnce() {
        PaymentFact.PeriodPaid first = subscribed();
        assertThat(first.fraction()).isEqualTo(Fraction.WHOLE);
        assertThat(first.asked()).isEqualTo(side.subscription().price());
        assertThat(periods()).isNotEmpty().containsOnly(first);

        side.renew(first.subscription());
        PaymentFact.PeriodPaid second = periods().getFirst();
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(second.payment()).isNotEqualTo(first.payment());
        assertThat(second.order()).isEqualTo(first.order());
        assertThat(second.periodStart()).isEqualTo(first.periodEnd());
    }

    @Test
    final void saysHowASubscriptionStands() {
        PaymentFact.PeriodPaid first = subscribed();
        assertThat(standing().state()).isEqualTo(Subscription.State.ACTIVE);

        side.cancel(first.subscription());
        PaymentFact.SubscriptionState cancelled = standing();
        assertThat(cancelled.state()).isEqualTo(Subscription.State.CANCELLED);
        assertThat(cancelled.until()).isEqualTo(first.periodEnd());
        assertThat(cancelled.order()).isEqualTo(first.order());
    }

    // Nothing is granted for a period that was not paid.
    @Test
    final void saysThatAPeriodIsOverdue() {
        PaymentFact.PeriodPaid first = subscribed();
        side.deliveries();
        side.failToRenew(first.subscription());
        List<PaymentFact> facts = facts();
        assertThat(facts)
                .isNotEmpty()
                .allSatisfy(
                        fact ->
                                assertThat(state(fact).state())
                                        .isEqualTo(Subscription.State.PAST_DUE))
                .allSatisfy(fact -> assertThat(state(fact).until()).isEqualTo(first.periodEnd()));
    }

    // Half of a period is left: half of the difference is paid, a quarter of the dearer price.
    @Test
    final void paysAnUpgradeForTheRestOfThePeriodOnly() {
        PaymentFact.PeriodPaid first = subscribed();
        Duration period = Duration.between(first.periodStart(), first.periodEnd());
        clock.advance(period.dividedBy(2));
        side.deliveries();
        side.upgrade(first.subscription());

        PaymentFact.PeriodPaid rest = periods().getFirst();
        long dearer = side.dearer().price().amountMinor();
        assertThat(rest.priceReference()).isEqualTo(side.dearer().priceReference());
        assertThat(rest.asked().amountMinor()).isEqualTo(dearer / 4);
        assertThat(rest.fraction()).isEqualTo(new Fraction(dearer / 4, dearer));
        assertThat(rest.periodEnd()).isEqualTo(first.periodEnd());
    }

    @Test
    final void leadsASubscriberToThePortalAndToTheInvoice() {
        PaymentFact.PeriodPaid first = subscribed();
        CustomerReference customer = Objects.requireNonNull(first.customer());
        assertThat(processor.portal(customer, BACK, Language.DE)).hasScheme("http");
        assertThat(processor.invoice(first.payment())).isPresent();
    }

    @Test
    final void findsThePaperOfAPaymentThatWasMadeOnce() {
        assertThat(processor.invoice(bought().payment())).isPresent();
    }

    @Test
    final void listsEverythingSinceAMomentAndNothingBefore() {
        bought();
        clock.advance(LATER);
        Instant from = clock.instant();
        Checkout later = checkout(2, side.pack());
        side.pay(later);
        assertThat(listed(from))
                .containsExactly(paid(processor.look(order(2, side.pack(), later))));
    }

    private PaymentFact.PeriodPaid subscribed() {
        Checkout checkout = checkout(1, side.subscription());
        side.pay(checkout);
        Optional<PaymentFact> looked = processor.look(order(1, side.subscription(), checkout));
        assertThat(looked).containsInstanceOf(PaymentFact.PeriodPaid.class);
        return (PaymentFact.PeriodPaid) looked.orElseThrow();
    }

    /** What was delivered since the last look, read. */
    private List<PaymentFact> facts() {
        List<PaymentFact> facts = new ArrayList<>();
        for (Delivery delivery : side.deliveries()) {
            DeliveryOutcome outcome = processor.read(delivery);
            assertThat(outcome).isInstanceOf(DeliveryOutcome.Verified.class);
            facts.addAll(((DeliveryOutcome.Verified) outcome).facts());
        }
        return facts;
    }

    private List<DisputePhase> phases() {
        return facts().stream()
                .filter(PaymentFact.Disputed.class::isInstance)
                .map(fact -> ((PaymentFact.Disputed) fact).phase())
                .toList();
    }

    private List<PaymentFact.PeriodPaid> periods() {
        return facts().stream()
                .filter(PaymentFact.PeriodPaid.class::isInstance)
                .map(PaymentFact.PeriodPaid.class::cast)
                .toList();
    }

    private PaymentFact.SubscriptionState standing() {
        return facts().stream()
                .filter(PaymentFact.SubscriptionState.class::isInstance)
                .map(PaymentFact.SubscriptionState.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<PaymentFact> listed() {
        return listed(Samples.NOW);
    }

    private List<PaymentFact> listed(Instant from) {
        List<PaymentFact> listed = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            Page<PaymentFact> next = processor.since(from, cursor);
            listed.addAll(next.items());
            cursor = next.nextCursor();
            if (cursor == null) {
                return listed;
            }
        }
        throw new AssertionError("The list has no end");
    }

    private static PaymentFact.Refunded refunded(PaymentFact fact) {
        assertThat(fact).isInstanceOf(PaymentFact.Refunded.class);
        return (PaymentFact.Refunded) fact;
    }

    private static PaymentFact.SubscriptionState state(PaymentFact fact) {
        assertThat(fact).isInstanceOf(PaymentFact.SubscriptionState.class);
        return (PaymentFact.SubscriptionState) fact;
    }
}
