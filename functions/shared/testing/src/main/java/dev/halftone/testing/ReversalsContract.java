package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.PaymentFact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of refunds and disputes that a processor tells of, in every store. */
public abstract class ReversalsContract extends BuyingContract {

    // A refund says how much went back altogether: parts of it in any order end the same.
    @Test
    void takesBackWhatWasRefundedAltogether() {
        buyer.hears(buyer.paid(1, buyer.ordered(1, PaymentSamples.PACK)));
        buyer.hears(buyer.refunded(1, 5_001, 2));
        buyer.hears(buyer.refunded(1, 3_000, 1));
        buyer.hears(buyer.refunded(1, 5_001, 2));

        // 400 x 0.5001, rounded up.
        assertThat(buyer.account().available()).isEqualTo(new Credits(400 - 201));
    }

    // Two refunds of the same amount are two refunds.
    @Test
    void takesBackForEachOfTwoEqualRefunds() {
        buyer.hears(buyer.paid(1, buyer.ordered(1, PaymentSamples.PACK)));
        buyer.hears(buyer.paid(2, buyer.ordered(2, PaymentSamples.PACK)));
        buyer.hears(buyer.refunded(1, 2_500, 1));
        buyer.hears(buyer.refunded(2, 2_500, 1));

        assertThat(buyer.account().available()).isEqualTo(new Credits(600));
    }

    // News of a refund may overtake the news of its payment.
    @Test
    void takesBackWhatWasRefundedBeforeItWasKnown() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        assertThat(buyer.hears(buyer.refunded(1, 10_000, 1))).isEqualTo(new ApplyOutcome.Applied());
        buyer.hears(buyer.paid(1, order));

        assertThat(buyer.account().available()).isEqualTo(Credits.ZERO);
        assertThat(buyer.account().granted()).isEqualTo(new Credits(400));
    }

    // A bank may send the money of a refund back to us.
    @Test
    void givesBackWhatARefundThatFailedTook() {
        buyer.hears(buyer.paid(1, buyer.ordered(1, PaymentSamples.PACK)));
        for (int time = 0; time < 3; time++) {
            buyer.hears(buyer.refunded(1, 10_000, 10 * time + 1));
            assertThat(buyer.account().available()).isEqualTo(Credits.ZERO);
            buyer.hears(buyer.refunded(1, 2_500, 10 * time + 2));
            assertThat(buyer.account().available()).isEqualTo(new Credits(300));
        }

        assertThat(payment(1).revoked()).isEqualTo(new Credits(100));
    }

    // A dispute lets nothing be spent, and takes nothing, until it is decided.
    @Test
    void freezesDuringADisputeAndThawsWhenItIsWon() {
        buyer.hears(buyer.paid(1, buyer.ordered(1, PaymentSamples.PACK)));
        buyer.hears(buyer.disputed(1, DisputePhase.INQUIRY, 1));
        assertThat(buyer.account().isFrozen()).isFalse();
        buyer.hears(buyer.disputed(1, DisputePhase.OPEN, 2));
        assertThat(buyer.account().isFrozen()).isTrue();
        buyer.hears(buyer.disputed(1, DisputePhase.WON, 3));

        assertThat(buyer.account().isFrozen()).isFalse();
        assertThat(buyer.account().available()).isEqualTo(new Credits(400));
    }

    // The end of a dispute may overtake its beginning.
    @Test
    void staysThawedWhenADisputeIsHeardOfAfterItsEnd() {
        buyer.hears(buyer.disputed(1, DisputePhase.WON, 3));
        buyer.hears(buyer.paid(1, buyer.ordered(1, PaymentSamples.PACK)));
        buyer.hears(buyer.disputed(1, DisputePhase.OPEN, 2));

        assertThat(buyer.account().isFrozen()).isFalse();
    }

    // What was refunded before is not taken twice when the dispute is lost.
    @Test
    void takesBackNoMoreThanItGrantedWhenADisputeIsLost() {
        buyer.hears(buyer.paid(1, buyer.ordered(1, PaymentSamples.PACK)));
        buyer.hears(buyer.paid(2, buyer.ordered(2, PaymentSamples.PACK)));
        buyer.hears(buyer.refunded(1, 3_000, 1));
        buyer.hears(buyer.disputed(1, DisputePhase.OPEN, 2));
        buyer.hears(buyer.disputed(1, DisputePhase.LOST, 3));

        assertThat(buyer.account().available()).isEqualTo(new Credits(400));
        assertThat(buyer.account().isFrozen()).isFalse();
    }

    // Many hear different news of one payment at once; all of it counts.
    @Test
    void endsTheSameHoweverManyHearItAtOnce() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        List<PaymentFact> news =
                List.of(
                        buyer.paid(1, order),
                        buyer.refunded(1, 3_000, 1),
                        buyer.refunded(1, 5_000, 2),
                        buyer.disputed(1, DisputePhase.OPEN, 1),
                        buyer.disputed(1, DisputePhase.WON, 2));
        Race.run(2 * news.size(), index -> buyer.hears(news.get(index % news.size())));

        assertThat(buyer.account().available()).isEqualTo(new Credits(200));
        assertThat(buyer.account().isFrozen()).isFalse();
        assertThat(payment(1).revoked()).isEqualTo(new Credits(200));
    }
}
