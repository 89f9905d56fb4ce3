package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.ledger.Credits;
import dev.halftone.testing.RecordingWorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Protects: a provider that is away, busy or closed to us is left alone, and nobody pays for the
 * wait. Method: the real handler, its clock moved on as the delays of its messages say.
 */
class BusyProviderTest {

    private static final int STEPS_MAX = 200;

    private final Workshop workshop = new Workshop();

    /** Asked every five seconds, as its adapter says, it would get 120 orders in ten minutes. */
    @Test
    void waitsEverLongerForAProviderOutOfReachAndThenReturnsTheCredits() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Postponed(Duration.ofSeconds(5), "not reached"));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        List<Duration> delays = delaysWhileItsCreditsArePending();

        assertThat(delays.getFirst()).isLessThan(Duration.ofSeconds(7));
        assertThat(delays.getLast()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
        assertThat(workshop.provider.orders).hasSizeBetween(8, 20);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_UNAVAILABLE);
        assertRefunded();
    }

    @Test
    void comesBackNoSoonerThanABusyProviderAsksNorAllAtOnce() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Postponed(Duration.ofSeconds(20), "answered 429"));
        List<GenerationId> ids = Stream.of(1, 2, 3, 4, 5, 6).map(workshop::accepted).toList();
        ids.forEach(id -> workshop.deliver("submit-due", id));
        List<Duration> delays =
                workshop.queue.drain().stream().map(RecordingWorkQueue.Sent::delay).toList();
        assertThat(delays)
                .hasSize(6)
                .allSatisfy(
                        delay ->
                                assertThat(delay)
                                        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25)));
        assertThat(new HashSet<>(delays)).hasSizeGreaterThan(3);

        workshop.clock.advance(Duration.ofSeconds(19));
        for (int time = 0; time < 3; time++) {
            ids.forEach(id -> workshop.deliver("submit-due", id));
        }

        assertThat(workshop.provider.orders).hasSize(6);
        assertThat(workshop.queue.sent()).isEmpty();
    }

    @Test
    void leavesABusyProviderAloneWithItsPollsAsLongAsItAsks() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(
                new PollOutcome.Unanswered("answered 503", Duration.ofSeconds(40)),
                ScriptedProvider.done());
        workshop.deliver("callback", id);
        assertThat(workshop.queue.drain())
                .singleElement()
                .satisfies(
                        sent ->
                                assertThat(sent.delay())
                                        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50)));

        workshop.clock.advance(Duration.ofSeconds(39));
        workshop.deliver("submit-due", id);
        assertThat(workshop.provider.polled()).isEqualTo(1);
        workshop.clock.advance(Duration.ofSeconds(11));
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    /** As the contract of adapters says of a key that is refused. */
    @Test
    void ordersNothingAgainWithAKeyThatIsRefused() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Refused(FailureReason.PROVIDER_ERROR, "fal answered 401"));
        GenerationId id = workshop.accepted(1);

        for (int minute = 0; minute < 12; minute++) {
            workshop.deliver("submit-due", id);
            workshop.clock.advance(Duration.ofMinutes(1));
        }
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_ERROR);
        assertRefunded();
    }

    /** The work may still be fetched with a new key; by its deadline it is over. */
    @Test
    void asksSeldomWithAKeyRevokedDuringTheWorkAndEndsAtTheDeadline() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Unanswered("fal answered 401"));

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.polled()).isLessThan(25);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertRefunded();
    }

    private List<Duration> delaysWhileItsCreditsArePending() {
        List<Duration> delays = new ArrayList<>();
        for (int step = 0; step < STEPS_MAX && !workshop.queue.sent().isEmpty(); step++) {
            assertThat(workshop.account().pending()).isEqualTo(new Credits(4));
            delays.add(workshop.queue.sent().getFirst().delay());
            RecordingWorkQueue.Sent next = workshop.queue.drain().getFirst();
            workshop.clock.advance(next.delay());
            workshop.deliver(next.item());
        }
        return delays;
    }

    private void assertRefunded() {
        assertThat(workshop.happened).containsExactly("voided");
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().used()).isEqualTo(Credits.ZERO);
    }
}
