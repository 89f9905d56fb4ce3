package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import dev.halftone.testing.RecordingWorkQueue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Protects: a picture that its provider's own answer brings is stored, then charged, once. */
class DirectCallTest {
    private static final Duration LEASE = ScriptedDirectProvider.CALL_TIMEOUT.plusSeconds(30);
    private static final Outcome UNKNOWN = new Outcome.Unknown("no answer in time");

    private final Workshop workshop = new Workshop();

    @Test
    void storesAndThenChargesInTheStepOfTheCall() {
        GenerationId id = workshop.acceptedDirect(1);

        due(id);

        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
        assertThat(workshop.queue.sent()).isEmpty();
        assertThat(workshop.counted).isEmpty();
    }

    @Test
    void callsOnceThoughSeveralWorkersReadTheSameState() throws Exception {
        GenerationId id = workshop.acceptedDirect(1);
        int workers = 4;
        workshop.generations.readTogether(workers);

        List<Future<?>> deliveries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < workers; worker++) {
                deliveries.add(threads.submit(() -> due(id)));
            }
        }

        for (Future<?> delivery : deliveries) {
            delivery.get();
        }
        assertThat(workshop.direct.calls()).isEqualTo(1);
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    /** A long call must not stand in the way of the short ones. */
    @Test
    void passesOnWhatCameToTheQueueOfShortCalls() {
        GenerationId id = workshop.acceptedDirect(1);

        workshop.deliver("submit-due", id);

        assertThat(workshop.direct.calls()).isZero();
        assertThat(workshop.queue.drain())
                .extracting(RecordingWorkQueue.Sent::item)
                .extracting(WorkItem::stage)
                .containsExactly(WorkItem.Stage.DIRECT);
    }

    @Test
    void makesTenCallsOfOneBatchAtTheSameTime() {
        CyclicBarrier allAtOnce = new CyclicBarrier(10);
        List<String> bodies = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            GenerationId id = workshop.acceptedDirect(number, 2);
            bodies.add(WorkItem.due(id, WorkItem.Stage.DIRECT).body());
            workshop.direct.duringNextCall(() -> meet(allAtOnce));
        }

        assertThat(workshop.deliver(bodies)).isEmpty();

        assertThat(workshop.direct.calls()).isEqualTo(10);
        assertThat(workshop.account().used()).isEqualTo(new Credits(20));
    }

    @Test
    void returnsTheCreditsForARefusal() {
        Objection objection = Objection.toResult("IMAGE_SAFETY");
        workshop.direct.onCall(Outcome.Refused.moderated("blocked", objection));
        GenerationId id = workshop.acceptedDirect(1);

        due(id);

        assertThat(((GenerationState.Failed) workshop.generation(id).state()).objection())
                .isEqualTo(objection);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.MODERATION);
        assertNothingCharged();
    }

    @Test
    void waitsAsLongAsABusyProviderAsks() {
        workshop.direct.onCall(
                new Outcome.Postponed(Duration.ofSeconds(7), "busy"), ScriptedDirectProvider.MADE);
        GenerationId id = workshop.acceptedDirect(1);

        due(id);
        RecordingWorkQueue.Sent next = workshop.queue.sent().getFirst();
        assertThat(next.item())
                .isEqualTo(WorkItem.due(workshop.generation(id), WorkItem.Stage.DIRECT));
        assertThat(next.delay()).isBetween(Duration.ofSeconds(7), Duration.ofMillis(8750));
        workshop.runToTheEnd();

        assertThat(workshop.direct.calls()).isEqualTo(2);
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void givesUpAProviderThatIsBusyUntilTheDeadline() {
        workshop.direct.onCall(new Outcome.Postponed(Duration.ofSeconds(60), "busy"));
        GenerationId id = workshop.acceptedDirect(1);

        due(id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_UNAVAILABLE);
        assertNothingCharged();
    }

    /** The longest call and the storing of its result end before anybody else may begin. */
    @Test
    void leavesACallAloneAsLongAsItMayTake() {
        workshop.direct.onCall(UNKNOWN);
        GenerationId id = workshop.acceptedDirect(1);
        due(id);

        workshop.clock.advance(LEASE.minusSeconds(1));
        due(id);

        assertThat(workshop.direct.calls()).isEqualTo(1);
    }

    @Test
    void callsOnceMoreAfterAnUnknownOutcomeAndCountsThatItMayCost() {
        workshop.direct.onCall(UNKNOWN, ScriptedDirectProvider.MADE);
        GenerationId id = workshop.acceptedDirect(1);

        due(id);
        assertThat(workshop.counted).isEmpty();
        workshop.runToTheEnd();

        assertThat(workshop.direct.calls()).isEqualTo(2);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    @Test
    void callsNoThirdTimeAndReturnsTheCreditsAtTheDeadline() {
        workshop.direct.onCall(UNKNOWN);
        GenerationId id = workshop.acceptedDirect(1);

        sweepUntilTheDeadline(id);

        assertThat(workshop.direct.calls()).isEqualTo(2);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertNothingCharged();
    }

    @Test
    void neverRepeatsACallThatIsTooDear() {
        workshop.direct.onCall(UNKNOWN);
        workshop.direct.tooDearToRepeat();
        workshop.redeploy();
        GenerationId id = workshop.acceptedDirect(1);

        sweepUntilTheDeadline(id);

        assertThat(workshop.direct.calls()).isEqualTo(1);
        assertThat(workshop.counted).isEmpty();
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertNothingCharged();
    }

    /** Its worker died, or could not end it, after the picture was stored. */
    @Test
    void adoptsWhatIsStoredInsteadOfCallingAgain() {
        GenerationId id = storedButNotEnded();

        workshop.clock.advance(LEASE);
        due(id);

        assertThat(workshop.direct.calls()).isEqualTo(1);
        assertThat(workshop.counted).isEmpty();
        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(picture(id).sha256()).isEqualTo(stored(id));
    }

    @Test
    void adoptsWhatIsStoredEvenAfterTheDeadline() {
        GenerationId id = storedButNotEnded();

        workshop.clock.advance(Duration.ofMinutes(11));
        due(id);

        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    @Test
    void ordersNothingAgainWhileNobodyCanSeeWhatIsStored() {
        GenerationId id = storedButNotEnded();
        workshop.setMediaBroken(true);

        workshop.clock.advance(LEASE);
        due(id);

        assertThat(workshop.direct.calls()).isEqualTo(1);
        workshop.setMediaBroken(false);
        due(id);
        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
    }

    @Test
    void waitsForAStoreThatFailsForAMoment() {
        workshop.failMedia(2);
        GenerationId id = workshop.acceptedDirect(1);

        due(id);

        assertThat(workshop.paused).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void returnsTheCreditsForWhatCannotBeStored() {
        workshop.setMediaBroken(true);
        GenerationId id = workshop.acceptedDirect(1);

        due(id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.NOT_STORED);
        assertThat(workshop.paused).hasSize(3);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertNothingCharged();
    }

    @Test
    void returnsTheCreditsForWhatWasNotAskedFor() {
        workshop.direct.makes("<html>".getBytes(StandardCharsets.UTF_8));
        GenerationId id = workshop.acceptedDirect(1);

        due(id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
        assertThat(workshop.media.keys()).isEmpty();
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertNothingCharged();
    }

    /** The slower of two workers must not describe a picture that is not the one stored. */
    @Test
    void describesThePictureThatIsStoredThoughTwoWereMade() {
        byte[] larger = PngFile.of(1408, 792);
        workshop.direct.makes(larger, PngFile.of(1376, 768));
        workshop.direct.onCall(ScriptedDirectProvider.MADE);
        GenerationId id = workshop.acceptedDirect(1);
        workshop.direct.duringNextCall(
                () -> {
                    // Another worker finds its lease ended, and has the second picture stored.
                    workshop.clock.advance(LEASE);
                    workshop.setLedgerBroken(true);
                    due(id);
                    workshop.setLedgerBroken(false);
                });

        due(id);

        assertThat(workshop.direct.calls()).isEqualTo(2);
        assertThat(picture(id).sha256()).isEqualTo(stored(id)).isNotEqualTo(sha256(larger));
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("The other calls did not begin", e);
        }
    }

    private GenerationId storedButNotEnded() {
        GenerationId id = workshop.acceptedDirect(1);
        workshop.setLedgerBroken(true);
        assertThat(due(id)).hasSize(1);
        workshop.setLedgerBroken(false);
        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Submitting.class);
        return id;
    }

    private void sweepUntilTheDeadline(GenerationId id) {
        for (int minute = 0; minute < 12; minute++) {
            due(id);
            workshop.clock.advance(Duration.ofMinutes(1));
        }
    }

    private List<String> due(GenerationId id) {
        return workshop.deliver(WorkItem.due(id, WorkItem.Stage.DIRECT));
    }

    private Media picture(GenerationId id) {
        Generation generation = workshop.generation(id);
        return ((Succeeded) generation.state()).media().getFirst();
    }

    private String stored(GenerationId id) {
        return sha256(workshop.media.find(picture(id).key()).orElseThrow().bytes());
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }

    private void assertNothingCharged() {
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().used()).isEqualTo(Credits.ZERO);
    }
}
