package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.providers.HttpResultDownload;
import dev.halftone.testing.RecordingWorkQueue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: whatever goes wrong at a provider, a person pays at most once and only for a result
 * that is stored. Method: the real handler, with one fault put in.
 */
class ProviderFaultTest {

    private static final Duration LEASE = Duration.ofSeconds(51);
    private static final int STEPS_MAX = 200;
    private static final SubmissionOutcome UNKNOWN = new SubmissionOutcome.Unknown("no answer");

    private final Workshop workshop = new Workshop();

    /** The provider made two pictures; which of them is kept costs its person nothing more. */
    @Test
    void chargesOnceThoughBothOrdersAroundALostReplyAreDone() {
        workshop.provider.onSubmit(
                UNKNOWN, new SubmissionOutcome.Taken(ScriptedProvider.request("second-request")));
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);
        workshop.clock.advance(LEASE);
        workshop.deliver("submit-due", id);

        workshop.deliver(WorkItem.callback(id, "fal", "first-request"));
        workshop.runToTheEnd();
        workshop.deliver(WorkItem.callback(id, "fal", "first-request"));
        workshop.deliver(WorkItem.callback(id, "fal", "second-request"));

        assertThat(workshop.provider.orders).hasSize(2);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertChargedOnce();
    }

    @Test
    void chargesOnceThoughAWorkerDiedBeforeItKeptTheProvidersId() {
        workshop.provider.duringNextSubmission(ProviderFaultTest::die);
        GenerationId id = workshop.accepted(1);
        assertThat(workshop.deliver("submit-due", id)).hasSize(1);
        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Submitting.class);

        workshop.clock.advance(LEASE);
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(2);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertChargedOnce();
    }

    @Test
    void takesNothingBackWhenTheStateRunsBackwards() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(
                new PollOutcome.Working(null),
                new PollOutcome.Working(7),
                ScriptedProvider.done(),
                new PollOutcome.Working(7),
                new PollOutcome.NotFound("404"),
                ScriptedProvider.doneAt("https://media.example.org/again.png"));
        ResultDownload.Outcome expired = new ResultDownload.Outcome.Expired("answered 403");
        workshop.provider.onDownload(expired, expired, expired);
        List<String> states = new ArrayList<>();
        workshop.deliver("callback", id);
        for (int step = 0; step < STEPS_MAX && !workshop.queue.sent().isEmpty(); step++) {
            states.add(workshop.generation(id).state().label());
            oneStep();
        }

        assertThat(states.stream().distinct()).containsExactly("running", "delivering");
        assertThat(workshop.provider.orders).hasSize(1);
        assertChargedOnce();
    }

    static List<byte[]> brokenFiles() {
        byte[] whole = PngFile.of(1376, 768);
        byte[] wrongChecksum = whole.clone();
        wrongChecksum[whole.length / 2] ^= 1;
        return List.of(
                Arrays.copyOf(whole, whole.length / 2),
                new byte[0],
                "<html>not found</html>".getBytes(StandardCharsets.UTF_8),
                wrongChecksum);
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void asksAgainForABrokenFileAndThenReturnsTheCredits(byte[] file) {
        workshop.provider.resultIs(file);
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.downloads()).isEqualTo(3);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
        assertThat(workshop.media.keys()).isEmpty();
        assertRefunded();
    }

    @ParameterizedTest
    @EnumSource(LateResults.class)
    void chargesNothingForASuccessThatFollowsOnAFailure(LateResults policy) {
        workshop.deploy(policy);
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(
                new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "failed, it thinks"),
                ScriptedProvider.done());
        workshop.deliver("callback", id);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_ERROR);

        for (int time = 0; time < 3; time++) {
            workshop.deliver("callback", id);
            workshop.deliver("submit-due", id);
            workshop.deliver("delivery", id);
        }
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_ERROR);
        assertThat(workshop.provider.polled()).isEqualTo(1);
        assertThat(workshop.media.keys()).isEmpty();
        assertRefunded();
    }

    /** Two that read the same state at each step, and then ten more that tell the same. */
    @Test
    void chargesOnceWhenTheCallbackAndThePollComeTogether() throws Exception {
        GenerationId id = workshop.running(1);
        WorkItem callback = WorkItem.callback(id, "fal", ScriptedProvider.REQUEST_ID);
        workshop.clock.advance(Duration.ofSeconds(30));

        together(callback, WorkItem.due(id, WorkItem.Stage.PROVIDER));
        WorkItem delivery = WorkItem.due(id, WorkItem.Stage.DELIVERY);
        together(delivery, delivery);
        for (int time = 0; time < 10; time++) {
            workshop.deliver(callback);
        }
        workshop.runToTheEnd();

        assertThat(workshop.provider.polled()).isEqualTo(1);
        assertThat(workshop.provider.downloads()).isEqualTo(1);
        assertChargedOnce();
    }

    @Test
    void matchesACallbackThatComesBeforeTheProvidersIdIsKept() {
        GenerationId id = workshop.accepted(1);
        workshop.provider.duringNextSubmission(
                () -> workshop.deliver(WorkItem.callback(id, "fal", ScriptedProvider.REQUEST_ID)));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.counted).isEmpty();
        assertChargedOnce();
    }

    @Test
    void endsForGoodWhatTheProviderRefusesAsUnsafeAndKeepsWhy() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Refused(FailureReason.MODERATION, "fal answered 422"));
        GenerationId id = workshop.accepted(1);

        for (int time = 0; time < 3; time++) {
            workshop.deliver("submit-due", id);
            workshop.runToTheEnd();
        }

        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.generation(id).state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> {
                            assertThat(failed.reason()).isEqualTo(FailureReason.MODERATION);
                            assertThat(failed.reason().retryable()).isFalse();
                            assertThat(failed.detail()).isEqualTo("fal answered 422");
                        });
        assertThat(workshop.journal())
                .filteredOn(entry -> entry.kind() == JournalEntry.Kind.VOID)
                .extracting(JournalEntry::reason)
                .containsExactly("moderation");
        assertRefunded();
    }

    static List<Throwable> poison() {
        return List.of(
                new ClassCastException("no text"),
                new StackOverflowError("so deep"),
                new ArithmeticException("1e999999999"));
    }

    /** Its message fails each time, until the queue puts it aside; the sweep ends it in time. */
    @ParameterizedTest
    @MethodSource("poison")
    void keepsAnAnswerThatBreaksItsReaderToItsOwnGeneration(Throwable poison) {
        GenerationId broken = workshop.running(1);
        GenerationId whole = workshop.running(2);
        workshop.clock.advance(Duration.ofSeconds(30));
        workshop.provider.duringNextPoll(() -> throwing(poison));
        assertThat(workshop.deliver("submit-due", broken)).hasSize(1);
        workshop.deliver("submit-due", whole);
        workshop.runToTheEnd();
        assertChargedOnce();
        assertThat(workshop.account().pending()).isEqualTo(new Credits(4));

        int failed = 0;
        for (int minute = 0; minute < 12; minute++) {
            workshop.provider.duringNextPoll(() -> throwing(poison));
            failed += workshop.deliver("submit-due", broken).size();
            workshop.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(failed).isPositive();
        assertThat(workshop.failure(broken)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.account().available()).isEqualTo(new Credits(21));
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
        assertThat(workshop.happened).containsExactly("stored", "posted", "voided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data/iam/",
                "https://[::1]/a.png",
                "https://[::ffff:169.254.169.254]/a.png",
                "https://[fd00:ec2::254]/latest/meta-data",
                "https://[64:ff9b::a9fe:a9fe]/a.png",
                "https://2852039166/latest/meta-data",
                "https://localhost/a.png",
                "http://127.0.0.1:9001/2018-06-01/runtime/invocation/next"
            })
    void asksNothingAtAnAddressInsideAndReturnsTheCredits(String address) {
        workshop.downloadsBy(new HttpResultDownload(List.of(URI.create("https://queue.fal.run"))));
        workshop.provider.onPoll(ScriptedProvider.doneAt(address));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
        assertThat(workshop.media.keys()).isEmpty();
        assertRefunded();
    }

    private static void die() {
        throw new IllegalStateException("killed by a test");
    }

    private static void throwing(Throwable poison) {
        switch (poison) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalArgumentException(poison);
        }
    }

    private void together(WorkItem one, WorkItem other) throws Exception {
        workshop.generations.readTogether(2);
        List<Future<?>> deliveries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            deliveries.add(threads.submit(() -> workshop.deliver(one)));
            deliveries.add(threads.submit(() -> workshop.deliver(other)));
        }
        for (Future<?> delivery : deliveries) {
            delivery.get();
        }
    }

    private void oneStep() {
        for (RecordingWorkQueue.Sent message : workshop.queue.drain()) {
            workshop.clock.advance(message.delay());
            assertThat(workshop.deliver(message.item())).isEmpty();
        }
    }

    private void assertChargedOnce() {
        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    private void assertRefunded() {
        assertThat(workshop.happened).containsExactly("voided");
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().pending()).isEqualTo(Credits.ZERO);
        assertThat(workshop.account().used()).isEqualTo(Credits.ZERO);
    }
}
