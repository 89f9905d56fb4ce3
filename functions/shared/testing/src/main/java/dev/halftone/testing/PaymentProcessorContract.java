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
 * is granted and revoked by these facts alone. What only some processors tell is in {@link
 * TellingProcessorContract}.
 */
public abstract class PaymentProcessorContract extends ProcessorTrial {

    private static final int PAGES_MAX = 20;

    @Test
    final void saysNothingOfAnOrderThatNobodyPaid() {
        Order order = order(1, side.pack(), checkout(1, side.pack()));
        assertThat(processor.look(order)).isEmpty();
        assertThat(processor.look(order(2, side.pack(), null))).isEmpty();
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
        assertThat(paid.customer()).isNotNull();
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

    // Every telling of two refunds ends in the same sum.
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
    public final void paysAnUpgradeForTheRestOfThePeriodOnly() {
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

    // What is looked up and what is delivered is one payment under one key.
    @Test
    final void saysTheSameOfAPaymentThatIsLookedUpAndDelivered() {
        Checkout checkout = checkout(1, side.pack());
        side.pay(checkout);

        assertThat(facts()).containsExactly(paid(processor.look(order(1, side.pack(), checkout))));
    }

    @Test
    final void looksUpAWayToPayThatTakesDays() {
        Checkout checkout = checkout(1, side.pack());
        Order order = order(1, side.pack(), checkout);
        side.paySlowly(checkout);
        assertThat(processor.look(order)).containsInstanceOf(PaymentFact.Awaiting.class);
        side.settle(checkout, true);
        assertThat(processor.look(order)).containsInstanceOf(PaymentFact.Paid.class);
    }

    @Test
    final void looksUpThatACheckoutExpired() {
        Checkout checkout = checkout(1, side.pack());
        side.expire(checkout);
        assertThat(processor.look(order(1, side.pack(), checkout)))
                .containsInstanceOf(PaymentFact.Expired.class);
    }

    // Whoever is not told in the end finds it listed.
    @Test
    final void hearsOfADisputeAndThatItWasLost() {
        PaymentFact.Paid paid = bought();
        side.dispute(paid.payment(), false);
        assertThat(phases(facts())).containsOnly(DisputePhase.OPEN);
        side.decide(false);
        List<PaymentFact> heard = new ArrayList<>(facts());
        heard.addAll(listed());
        assertThat(phases(heard)).contains(DisputePhase.LOST);
    }

    // A period whose message was lost is found.
    @Test
    final void listsThePeriodsOfSubscriptions() {
        PaymentFact.PeriodPaid first = subscribed();
        assertThat(listed()).contains(first);
    }

    @Test
    final void leadsASubscriberToThePortal() {
        PaymentFact.PeriodPaid first = subscribed();
        CustomerReference customer = Objects.requireNonNull(first.customer());
        assertThat(processor.portal(customer, BACK, Language.DE)).asString().startsWith("http");
    }

    final PaymentFact.PeriodPaid subscribed() {
        Checkout checkout = checkout(1, side.subscription());
        side.pay(checkout);
        Optional<PaymentFact> looked = processor.look(order(1, side.subscription(), checkout));
        assertThat(looked).containsInstanceOf(PaymentFact.PeriodPaid.class);
        return (PaymentFact.PeriodPaid) looked.orElseThrow();
    }

    /** What was delivered since the last look, read. */
    final List<PaymentFact> facts() {
        List<PaymentFact> facts = new ArrayList<>();
        for (Delivery delivery : side.deliveries()) {
            DeliveryOutcome outcome = processor.read(delivery);
            assertThat(outcome).isInstanceOf(DeliveryOutcome.Verified.class);
            facts.addAll(((DeliveryOutcome.Verified) outcome).facts());
        }
        return facts;
    }

    static List<DisputePhase> phases(List<PaymentFact> facts) {
        return facts.stream()
                .filter(PaymentFact.Disputed.class::isInstance)
                .map(fact -> ((PaymentFact.Disputed) fact).phase())
                .toList();
    }

    final List<PaymentFact.PeriodPaid> periods() {
        return facts().stream()
                .filter(PaymentFact.PeriodPaid.class::isInstance)
                .map(PaymentFact.PeriodPaid.class::cast)
                .toList();
    }

    final PaymentFact.SubscriptionState standing() {
        return facts().stream()
                .filter(PaymentFact.SubscriptionState.class::isInstance)
                .map(PaymentFact.SubscriptionState.class::cast)
                .findFirst()
                .orElseThrow();
    }

    final List<PaymentFact> listed() {
        return listed(Samples.NOW);
    }

    final List<PaymentFact> listed(Instant from) {
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

    static PaymentFact.Refunded refunded(PaymentFact fact) {
        assertThat(fact).isInstanceOf(PaymentFact.Refunded.class);
        return (PaymentFact.Refunded) fact;
    }

    static PaymentFact.SubscriptionState state(PaymentFact fact) {
        assertThat(fact).isInstanceOf(PaymentFact.SubscriptionState.class);
        return (PaymentFact.SubscriptionState) fact;
    }
}
