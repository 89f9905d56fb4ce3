package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.testing.HeardInEveryOrder.End;
import dev.halftone.testing.HeardInEveryOrder.Listener;
import dev.halftone.testing.HeardInEveryOrder.News;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: what becomes of a purchase does not depend on the order in which news of it come, nor on
 * how often. Method: every order of the news, each said once, and each said twice and all of them
 * again; and listeners with one fault each, which must be noticed.
 */
class PaymentPermutationsTest {

    private static final long SPENT = 250;
    private static final int ENDS = 240;
    private static final Subscription.State NONE = Subscription.State.CANCELLED;

    private static void sound(PaymentPorts ports, PaymentFact fact) {
        ports.apply().apply(fact, Samples.NOW);
    }

    private static List<PaymentFact> won(Buyer buyer, Order order) {
        return List.of(
                buyer.paid(1, order),
                buyer.refunded(1, 3_000, 1),
                buyer.refunded(1, 5_000, 2),
                buyer.disputed(1, DisputePhase.OPEN, 1),
                buyer.disputed(1, DisputePhase.WON, 2));
    }

    private static List<PaymentFact> lost(Buyer buyer, Order order) {
        return List.of(
                buyer.paid(1, order),
                buyer.refunded(1, 3_000, 1),
                new PaymentFact.Awaiting(order.reference(), buyer.now()),
                buyer.disputed(1, DisputePhase.OPEN, 1),
                buyer.disputed(1, DisputePhase.LOST, 2));
    }

    private static List<PaymentFact> failedRefund(Buyer buyer, Order order) {
        return List.of(
                buyer.paid(1, order),
                buyer.refunded(1, 10_000, 1),
                buyer.refunded(1, 2_500, 2),
                buyer.disputed(1, DisputePhase.INQUIRY, 1),
                new PaymentFact.Expired(order.reference(), buyer.now()));
    }

    private static List<PaymentFact> periods(Buyer buyer, Order order) {
        String price = order.purchase().priceReference();
        return List.of(
                buyer.month(1, order),
                buyer.month(2, order),
                buyer.refunded(1, 5_000, 1),
                buyer.stands(order, Subscription.State.ACTIVE, price, 1),
                buyer.stands(order, Subscription.State.PAST_DUE, price, 2));
    }

    private static HeardInEveryOrder pack(News news, long spent) {
        return new HeardInEveryOrder(
                PaymentSamples.PACK, news, PaymentPermutationsTest::sound, spent);
    }

    @Test
    void takesBackAndThawsTheSameInEveryOrderOfRefundsAndADisputeThatIsWon() {
        assertThat(pack(PaymentPermutationsTest::won, 0).ends())
                .hasSize(ENDS)
                .containsOnly(end(400, 200, 0, OrderState.PAID));
    }

    // What was spent before it was taken back is owed.
    @Test
    void owesTheSameInEveryOrderThoughSomeIsSpentBetween() {
        assertThat(pack(PaymentPermutationsTest::won, SPENT).ends())
                .containsOnly(end(400, 200, 0, OrderState.PAID));
    }

    @Test
    void takesAllBackInEveryOrderOfADisputeThatIsLost() {
        assertThat(pack(PaymentPermutationsTest::lost, SPENT).ends())
                .containsOnly(end(400, 0, 0, OrderState.PAID));
    }

    @Test
    void givesBackTheSameInEveryOrderOfARefundThatFailed() {
        assertThat(pack(PaymentPermutationsTest::failedRefund, 0).ends())
                .containsOnly(end(400, 300, 0, OrderState.PAID));
    }

    @Test
    void grantsEachPeriodAndFollowsTheSubscriptionInEveryOrder() {
        assertThat(
                        new HeardInEveryOrder(
                                        PaymentSamples.PLUS,
                                        PaymentPermutationsTest::periods,
                                        PaymentPermutationsTest::sound,
                                        0)
                                .ends())
                .containsOnly(
                        new End(
                                new Credits(2_000),
                                new Credits(1_500),
                                Credits.ZERO,
                                false,
                                OrderState.PAID,
                                Subscription.State.PAST_DUE));
    }

    private static End end(long granted, long available, long debt, OrderState state) {
        return new End(
                new Credits(granted),
                new Credits(available),
                new Credits(debt),
                false,
                state,
                NONE);
    }

    record Planted(String fault, Listener listener) {

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Planted> faults() {
        return Stream.of(
                new Planted("believes what came last", PaymentPermutationsTest::gullible),
                new Planted("takes the sum for a part", PaymentPermutationsTest::adding),
                new Planted("forgets what came too early", PaymentPermutationsTest::forgetful),
                new Planted("takes no step after a refund", PaymentPermutationsTest::idle));
    }

    private static void gullible(PaymentPorts ports, PaymentFact fact) {
        sound(
                ports,
                fact instanceof PaymentFact.Refunded refunded
                        ? later(ports, refunded, refunded.refundedMinor())
                        : fact);
    }

    private static void adding(PaymentPorts ports, PaymentFact fact) {
        sound(
                ports,
                fact instanceof PaymentFact.Refunded refunded
                        ? later(ports, refunded, sum(ports, refunded))
                        : fact);
    }

    private static void forgetful(PaymentPorts ports, PaymentFact fact) {
        if (!(fact instanceof PaymentFact.Disputed disputed)
                || ports.payments().find(disputed.payment()).isPresent()) {
            sound(ports, fact);
        }
    }

    private static void idle(PaymentPorts ports, PaymentFact fact) {
        if (fact instanceof PaymentFact.Refunded refunded) {
            ports.payments().note(refunded);
        } else {
            sound(ports, fact);
        }
    }

    private static PaymentFact.Refunded later(
            PaymentPorts ports, PaymentFact.Refunded refunded, long refundedMinor) {
        return new PaymentFact.Refunded(
                refunded.payment(),
                refundedMinor,
                refunded.paidMinor(),
                ports.payments()
                        .find(refunded.payment())
                        .map(payment -> payment.refund().at().plusSeconds(1))
                        .filter(at -> at.isAfter(refunded.at()))
                        .orElse(refunded.at()));
    }

    private static long sum(PaymentPorts ports, PaymentFact.Refunded refunded) {
        long before =
                ports.payments()
                        .find(refunded.payment())
                        .map(payment -> payment.refund().refundedMinor())
                        .orElse(0L);
        return Math.min(before + refunded.refundedMinor(), refunded.paidMinor());
    }

    // Protects the harness: it sees each of these in some order.
    @ParameterizedTest
    @MethodSource("faults")
    void noticesAListenerThatIsWrong(Planted planted) {
        List<End> ends =
                new HeardInEveryOrder(
                                PaymentSamples.PACK,
                                PaymentPermutationsTest::won,
                                planted.listener(),
                                0)
                        .ends();

        assertThat(ends).anyMatch(end -> !end.equals(end(400, 200, 0, OrderState.PAID)));
    }
}
