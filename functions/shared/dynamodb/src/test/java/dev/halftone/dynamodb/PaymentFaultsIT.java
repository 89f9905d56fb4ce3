package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.dynamodb.FaultyHttpClient.Fault;
import dev.halftone.testing.Buyer;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.PaymentSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Goal: whatever is done about a payment is done once, whatever happens to its write and whoever
 * else writes at that moment. Method: a fault, or somebody else's change, in front of the write.
 */
class PaymentFaultsIT {

    private static final int ACTIONS = 3;
    private static final int STEPS_MAX = 5;

    private final FaultyHttpClient network = new FaultyHttpClient(UrlConnectionHttpClient.create());
    private final DynamoDbClient client = TestStack.client(network);
    private final PaymentPorts faulty = TestStack.payments(client);
    private final PaymentPorts sound = TestStack.payments();
    private final Buyer buyer = new Buyer(sound);
    private final Order order = buyer.ordered(1, PaymentSamples.PACK);

    @AfterEach
    void usesUpEveryFaultAndLeavesTheLedgerConserved() {
        assertThat(network.isUsedUp()).isTrue();
        Conservation.audit(sound.ledger(), buyer.person().account());
        client.close();
    }

    /** What is done about a payment, and what can be spent in the end. */
    enum Operation {
        FULFIL(400),
        NOTE(300),
        REVOKE(300),
        GIVE_BACK(400),
        FREEZE(0),
        THAW(400);

        private final long spendable;

        Operation(long spendable) {
            this.spendable = spendable;
        }
    }

    // An answer that is lost is no reason to do it again.
    @ParameterizedTest
    @EnumSource
    void happensOnceThoughTheReplyIsLost(Operation operation) {
        happensOnce(operation, Faults.lostReply());
    }

    @ParameterizedTest
    @EnumSource
    void happensOnceThoughARepetitionMeetsIt(Operation operation) {
        happensOnce(operation, Faults.conflictThoughApplied(ACTIONS));
    }

    @ParameterizedTest
    @EnumSource
    void waitsOutAConflict(Operation operation) {
        happensOnce(operation, Faults.conflict(ACTIONS));
    }

    private void happensOnce(Operation operation, Fault fault) {
        prepare(operation);
        network.next(Faults.TRANSACT_WRITE, fault);
        act(operation);
        settle();

        assertThat(buyer.account().isFrozen() ? Credits.ZERO : buyer.account().available())
                .isEqualTo(new Credits(operation.spendable));
        assertThat(buyer.account().balance(Balance.BOUGHT)).isEqualTo(new Credits(400));
    }

    private void prepare(Operation operation) {
        if (operation != Operation.FULFIL) {
            buyer.hears(buyer.paid(1, order));
        }
        switch (operation) {
            case FULFIL, NOTE -> {}
            case REVOKE -> sound.payments().note(quarter(1));
            case GIVE_BACK -> {
                buyer.hears(quarter(1));
                sound.payments().note(buyer.refunded(1, 0, 2));
            }
            case FREEZE -> sound.payments().note(buyer.disputed(1, DisputePhase.OPEN, 1));
            case THAW -> {
                buyer.hears(buyer.disputed(1, DisputePhase.OPEN, 1));
                sound.payments().note(buyer.disputed(1, DisputePhase.WON, 2));
            }
        }
    }

    private void act(Operation operation) {
        switch (operation) {
            case FULFIL -> faulty.apply().apply(buyer.paid(1, order), buyer.now());
            case NOTE -> faulty.payments().note(quarter(1));
            case REVOKE, GIVE_BACK, FREEZE, THAW ->
                    assertThat(faulty.payments().settle(buyer.payment(1), buyer.now())).isTrue();
        }
    }

    private void settle() {
        int steps = 0;
        while (steps < STEPS_MAX && sound.payments().settle(buyer.payment(1), buyer.now())) {
            steps++;
        }
        assertThat(steps).isLessThan(STEPS_MAX);
    }

    private PaymentFact.Refunded quarter(int second) {
        return buyer.refunded(1, 2_500, second);
    }

    // A refund that is noted while its payment is being granted is met by the grant.
    @Test
    void takesBackWhatWasRefundedWhileItWasGranted() {
        network.next(
                Faults.TRANSACT_WRITE,
                new Fault.Meanwhile(() -> sound.payments().note(quarter(1))));

        faulty.apply().apply(buyer.paid(1, order), buyer.now());

        assertThat(buyer.account().available()).isEqualTo(new Credits(300));
    }

    // Whoever is late with a step finds that the news have changed, and does not take it.
    @Test
    void takesNoStepThatNewerNewsHaveOvertaken() {
        buyer.hears(buyer.paid(1, order));
        sound.payments().note(buyer.refunded(1, 10_000, 1));
        network.next(
                Faults.TRANSACT_WRITE,
                new Fault.Meanwhile(() -> sound.payments().note(buyer.refunded(1, 0, 2))));

        assertThat(faulty.payments().settle(buyer.payment(1), buyer.now())).isFalse();

        assertThat(buyer.account().available()).isEqualTo(new Credits(400));
        assertThat(buyer.account().balance(Balance.REVOKED)).isEqualTo(Credits.ZERO);
    }
}
