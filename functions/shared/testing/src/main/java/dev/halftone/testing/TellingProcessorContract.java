package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.PaymentFact;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a processor promises besides that tells of everything, and keeps papers. */
public abstract class TellingProcessorContract extends PaymentProcessorContract {

    // A repeated request must not end in two pages on which one order can be paid.
    @Test
    public final void opensOneCheckoutForOneOrder() {
        Checkout first = checkout(1, side.pack());
        assertThat(checkout(1, side.pack())).isEqualTo(first);
        assertThat(checkout(2, side.pack()).session()).isNotEqualTo(first.session());
    }

    // What is looked up, delivered and listed is one payment under one key.
    @Test
    public final void saysTheSameOfAPaymentWhicheverWayItIsHeard() {
        Checkout checkout = checkout(1, side.pack());
        side.pay(checkout);

        PaymentFact.Paid looked = paid(processor.look(order(1, side.pack(), checkout)));
        assertThat(facts()).containsExactly(looked);
        assertThat(listed()).containsExactly(looked);
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

    @Test
    final void followsADisputeToItsEnd() {
        PaymentFact.Paid first = bought();
        side.dispute(first.payment(), false);
        assertThat(phases(facts())).containsOnly(DisputePhase.OPEN);
        side.decide(true);
        assertThat(phases(facts())).containsOnly(DisputePhase.WON);

        Checkout second = checkout(2, side.pack());
        side.pay(second);
        side.dispute(paid(processor.look(order(2, side.pack(), second))).payment(), false);
        side.deliveries();
        side.decide(false);
        assertThat(phases(facts())).containsOnly(DisputePhase.LOST);
    }

    // A bank that only asks has taken nothing.
    @Test
    final void tellsAQuestionFromADispute() {
        side.dispute(bought().payment(), true);
        assertThat(phases(facts())).containsOnly(DisputePhase.INQUIRY);
        side.decide(true);
        assertThat(phases(facts())).containsOnly(DisputePhase.WON);
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

    // A refund that comes back does not count.
    @Test
    public final void countsNoRefundThatFailed() {
        PaymentFact.Paid paid = bought();
        side.refund(paid.payment(), 150);
        side.refund(paid.payment(), 100);
        assertThat(refunded(facts().getLast()).refundedMinor()).isEqualTo(250);
        side.failRefund();
        assertThat(facts())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(refunded(fact).refundedMinor()).isEqualTo(150));
    }

    @Test
    final void findsTheInvoiceOfAPeriod() {
        assertThat(processor.invoice(subscribed().payment())).isPresent();
    }
}
