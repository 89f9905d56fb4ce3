package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.ThawOutcome;
import dev.halftone.dynamodb.FaultyHttpClient.Fault;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.Person;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Goal: every operation of the ledger has one effect and tells the truth about it, whatever happens
 * to its write and whoever else writes at that moment. Method: a fault, or somebody else's change,
 * in front of the write.
 */
class LedgerFaultsIT {

    private static final int TRIES = 8;
    private static final int ACTIONS = 3;
    private static final FreezeCause CAUSE = new FreezeCause("dispute:test:1");

    private final FaultyHttpClient network = new FaultyHttpClient(UrlConnectionHttpClient.create());
    private final DynamoDbClient client = TestStack.client(network);
    private final StudioPorts faulty = TestStack.studio(client);
    private final StudioPorts sound = TestStack.studio();
    private final Person person = Person.fresh();
    private final Instant end = person.now().plus(Duration.ofDays(30));

    @AfterEach
    void usesUpEveryFaultAndLeavesTheLedgerConserved() {
        assertThat(network.isUsedUp()).isTrue();
        Conservation.audit(sound.ledger(), person.account());
        client.close();
    }

    /** What can be done to an account that holds a gift, a spent purchase and a promotion. */
    enum Operation {
        GRANT,
        ADMIT,
        REFUND,
        REVOKE,
        FREEZE,
        THAW,
        EXPIRE,
        CHARGE_IN_PART
    }

    @ParameterizedTest
    @EnumSource
    void hasOneEffectAndSaysSoThoughTheReplyIsLost(Operation operation) {
        happensOnce(operation, Faults.lostReply());
    }

    @ParameterizedTest
    @EnumSource
    void hasOneEffectAndSaysSoThoughTheEngineReportsAnError(Operation operation) {
        happensOnce(operation, Faults.internalError(true));
    }

    @ParameterizedTest
    @EnumSource
    void hasOneEffectAndSaysSoThoughARepetitionMeetsIt(Operation operation) {
        happensOnce(operation, Faults.conflictThoughApplied(ACTIONS));
    }

    @ParameterizedTest
    @EnumSource
    void waitsOutAConflict(Operation operation) {
        happensOnce(operation, Faults.conflict(ACTIONS));
    }

    private void happensOnce(Operation operation, Fault fault) {
        prepare(operation);
        long entries = account().entries();
        network.next(Faults.TRANSACT_WRITE, fault);

        assertThat(act(operation)).isEqualTo(answer(operation));

        assertThat(account().entries()).isEqualTo(entries + 1);
    }

    @ParameterizedTest
    @EnumSource
    void failsForNowAfterEightConflictsAndMovesNothing(Operation operation) {
        prepare(operation);
        Account before = account();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            network.next(Faults.TRANSACT_WRITE, Faults.conflict(ACTIONS));
        }

        assertThatThrownBy(() -> act(operation)).isInstanceOf(TransientFailure.class);

        assertThat(account()).isEqualTo(before);
    }

    /** A purchase read no debt; by the time it is written there is some. */
    @Test
    void paysADebtThatAroseWhileItWasGranted() {
        grantAndSpend();
        network.next(Faults.TRANSACT_WRITE, new Fault.Meanwhile(() -> revoke(sound, 10)));

        assertThat(faulty.ledger().grant(person.gift(5, 4)))
                .isEqualTo(new GrantOutcome.Granted(new Credits(4)));

        assertThat(account().debt()).isEqualTo(new Credits(6));
        assertThat(account().available()).isEqualTo(Credits.ZERO);
    }

    /** A revocation saw nothing left; by the time it is written something came in. */
    @Test
    void takesWhatCameInBeforeAnythingIsOwed() {
        grantAndSpend();
        network.next(
                Faults.TRANSACT_WRITE,
                new Fault.Meanwhile(() -> sound.ledger().grant(person.gift(5, 4))));

        assertThat(revoke(faulty, 10))
                .isEqualTo(new RevokeOutcome.Revoked(new Credits(4), new Credits(6)));

        assertThat(account().available()).isEqualTo(Credits.ZERO);
    }

    /** A generation chose its buckets; by the time it is written the account is frozen. */
    @Test
    void spendsNothingOnceFrozen() {
        sound.ledger().grant(person.welcome(25));
        Generation generation = person.generation(1, 4);
        DrawOutcome drawn = account().draw(new Credits(4), person.now());
        network.next(
                Faults.TRANSACT_WRITE,
                new Fault.Meanwhile(
                        () -> sound.corrections().freeze(person.account(), CAUSE, person.now())));

        faulty.submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));

        assertThat(account().pending()).isEqualTo(Credits.ZERO);
    }

    /** A void knows nothing of the debt that arose while its credits were pending. */
    @Test
    void paysADebtThatAroseWhileItWasVoided() {
        sound.ledger().grant(person.purchase(1, 10));
        Generation pending = accepted(2, 10);
        network.next(Faults.TRANSACT_WRITE, new Fault.Meanwhile(() -> revoke(sound, 4)));

        assertThat(faulty.settlements().settle(pending, failed(pending))).isTrue();

        assertThat(account().debt()).isEqualTo(Credits.ZERO);
        assertThat(account().available()).isEqualTo(new Credits(6));
    }

    /** An expiry saw three credits; by the time it is written one is spent. */
    @Test
    void expiresExactlyWhatRemains() {
        sound.ledger().grant(person.promotion(1, 3, end));
        network.next(Faults.TRANSACT_WRITE, new Fault.Meanwhile(() -> accepted(2, 1)));

        assertThat(
                        faulty.expiries()
                                .expire(person.account(), person.promotion(1, 3, end).id(), end))
                .isEqualTo(new ExpireOutcome.Expired(new Credits(2)));

        assertThat(account().pending()).isEqualTo(new Credits(1));
    }

    /** Two revocations of one grant at once: the second starts from what the first left. */
    @Test
    void revokesUpToTheTargetThoughAnotherRevocationWasFaster() {
        sound.ledger().grant(person.purchase(1, 10));
        network.next(Faults.TRANSACT_WRITE, new Fault.Meanwhile(() -> revoke(sound, 3)));

        assertThat(revoke(faulty, 7))
                .isEqualTo(new RevokeOutcome.Revoked(new Credits(4), Credits.ZERO));

        assertThat(account().balance(Balance.REVOKED)).isEqualTo(new Credits(7));
    }

    /** The last room was taken while a purchase was about to take it: it waits instead. */
    @Test
    void waitsForRoomThatSomebodyElseTook() {
        for (int number = 0; number < Account.BUCKETS_MAX - 1; number++) {
            sound.ledger().grant(person.gift(number, 1));
        }
        network.next(
                Faults.TRANSACT_WRITE,
                new Fault.Meanwhile(() -> sound.ledger().grant(person.gift(50, 1))));

        assertThat(faulty.ledger().grant(person.purchase(100, 400)))
                .isEqualTo(new GrantOutcome.Waiting(new Credits(400)));
    }

    private void prepare(Operation operation) {
        grantAndSpend();
        sound.ledger().grant(person.promotion(3, 3, end));
        switch (operation) {
            case GRANT, REFUND, REVOKE, FREEZE, EXPIRE -> {}
            case THAW -> sound.corrections().freeze(person.account(), CAUSE, person.now());
            case CHARGE_IN_PART -> delivering(accepted(4, 3));
            case ADMIT -> {
                for (int number = 10; number < 10 + Account.BUCKETS_MAX - 1; number++) {
                    sound.ledger().grant(person.gift(number, 1));
                }
                sound.ledger().grant(person.purchase(100, 400));
                accepted(4, 1);
            }
        }
    }

    private Object act(Operation operation) {
        return switch (operation) {
            case GRANT -> faulty.ledger().grant(person.period(5, 60, end));
            case ADMIT -> faulty.ledger().admit(person.account(), person.now());
            case REFUND ->
                    faulty.corrections()
                            .refund(
                                    new LateRefund(
                                            person.account(),
                                            person.generation(2, 10).id().transfer(),
                                            new Credits(4),
                                            "invalid_result",
                                            person.now()));
            case REVOKE -> revoke(faulty, 10);
            case FREEZE -> faulty.corrections().freeze(person.account(), CAUSE, person.now());
            case THAW -> faulty.corrections().thaw(person.account(), CAUSE, person.now());
            case EXPIRE ->
                    faulty.expiries()
                            .expire(person.account(), person.promotion(3, 3, end).id(), end);
            case CHARGE_IN_PART -> {
                Generation stored =
                        sound.generations().find(person.generation(4, 3).id()).orElseThrow();
                yield faulty.settlements().settle(stored, succeeded(stored), new Credits(2));
            }
        };
    }

    private Object answer(Operation operation) {
        return switch (operation) {
            case GRANT -> new GrantOutcome.Granted(new Credits(60));
            case ADMIT ->
                    new AdmitOutcome.Admitted(person.purchase(100, 400).id(), new Credits(400));
            case REFUND -> new RefundOutcome.Refunded(new Credits(4));
            case REVOKE -> new RevokeOutcome.Revoked(new Credits(3), new Credits(7));
            case FREEZE -> new FreezeOutcome.Frozen();
            case THAW -> new ThawOutcome.Thawed(false);
            case EXPIRE -> new ExpireOutcome.Expired(new Credits(3));
            case CHARGE_IN_PART -> true;
        };
    }

    private void grantAndSpend() {
        sound.ledger().grant(person.purchase(1, 10));
        Generation delivering = delivering(accepted(2, 10));
        sound.settlements().settle(delivering, succeeded(delivering));
    }

    private RevokeOutcome revoke(StudioPorts ports, long target) {
        return ports.corrections()
                .revoke(
                        new Revocation(
                                person.account(),
                                person.purchase(1, 10).id(),
                                new Credits(target),
                                "refund",
                                person.now()));
    }

    private Generation accepted(int number, long credits) {
        Generation generation = person.generation(number, credits);
        DrawOutcome drawn = account().draw(new Credits(credits), generation.createdAt());
        sound.submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        return generation;
    }

    private Generation delivering(Generation accepted) {
        Generation running =
                moved(
                        accepted,
                        new GenerationEvent.SubmissionAccepted(
                                Samples.providerRequest(1), person.now(), person.now()));
        return moved(
                running,
                new GenerationEvent.ResultReady(List.of(Samples.providerMedia(1)), person.now()));
    }

    private Generation moved(Generation before, GenerationEvent event) {
        Generation after = before.on(event).orElseThrow();
        assertThat(sound.generations().move(before, after, new Claim("worker"))).isTrue();
        return after;
    }

    private Generation succeeded(Generation delivering) {
        return delivering
                .on(
                        new GenerationEvent.Delivered(
                                List.of(Samples.media(delivering, 0)), person.now()))
                .orElseThrow();
    }

    private Generation failed(Generation pending) {
        return pending.on(
                        new GenerationEvent.GivenUp(
                                FailureReason.TIMEOUT, "late", person.now().plusSeconds(600)))
                .orElseThrow();
    }

    private Account account() {
        return sound.ledger().account(person.account()).orElseThrow();
    }
}
