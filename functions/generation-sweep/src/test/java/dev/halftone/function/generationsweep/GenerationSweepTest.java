package dev.halftone.function.generationsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchState;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.testing.BatchSamples;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.InMemoryBatches;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingBatchQueue;
import dev.halftone.testing.RecordingWorkQueue;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationSweepTest {
    private static final Map<String, String> VARIABLES =
            Map.of(
                    "STUDIO_TABLE", "studio",
                    "PROVIDER_QUEUE_URL", "https://queue.example.org/provider",
                    "DIRECT_QUEUE_URL", "https://queue.example.org/direct",
                    "DELIVERY_QUEUE_URL", "https://queue.example.org/delivery",
                    "BATCH_QUEUE_URL", "https://queue.example.org/batch");
    private static final AtomicReference<GenerationSweepPorts> PORTS = new AtomicReference<>();

    private final InMemoryStudio store = new InMemoryStudio();
    private final RecordingWorkQueue queue = new RecordingWorkQueue();
    private final InMemoryBatches batches = new InMemoryBatches();
    private final RecordingBatchQueue batchQueue = new RecordingBatchQueue();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final HandlerDriver driver = start();

    /** The function without its stores. */
    public static class InMemoryApplication extends GenerationSweepApplication {
        @Override
        GenerationSweepPorts ports(GenerationSweepConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    private HandlerDriver start() {
        PORTS.set(new GenerationSweepPorts(store.generations(), queue, batches, batchQueue, clock));
        return HandlerDriver.start(
                VARIABLES, () -> new GenerationSweepHandler(InMemoryApplication.class));
    }

    @Test
    void sendsWhatWasForgottenToItsQueue() {
        Generation accepted = accepted(1);
        Generation delivering = delivering(2);
        Generation direct = accepted(Samples.directGeneration(3, 1, 4), 3);
        clock.advance(Duration.ofMinutes(1));

        tick();

        assertThat(queue.sent())
                .extracting(RecordingWorkQueue.Sent::item)
                .containsExactlyInAnyOrder(
                        WorkItem.due(accepted.id(), WorkItem.Stage.PROVIDER),
                        WorkItem.due(direct.id(), WorkItem.Stage.DIRECT),
                        WorkItem.due(delivering.id(), WorkItem.Stage.DELIVERY));
    }

    // A batch goes on although its message was lost, and is left alone once nothing is to be done.
    @Test
    void sendsBatchesOfWhichNobodyHasHeard() {
        Batch draft =
                BatchSamples.draft(
                        new BatchId("bat_0123456789abcdef0123456789abcdef"),
                        Samples.userId(1),
                        BatchSamples.parsed(1),
                        Samples.NOW);
        batches.store(draft, BatchSamples.parsed(1).rows());
        Batch running = BatchSamples.running(draft, 1, Samples.NOW);
        batches.move(draft, running, batches.lane(Samples.userId(1)));
        tick();
        assertThat(batchQueue.drain()).isEmpty();
        clock.advance(Duration.ofMinutes(1));

        tick();

        assertThat(batchQueue.drain())
                .containsExactly(new RecordingBatchQueue.Sent(draft.id(), Duration.ZERO));
        Batch over = BatchSamples.in(running, new BatchState.Finished(), clock.instant());
        batches.move(running, over, batches.lane(Samples.userId(1)));
        clock.advance(Duration.ofMinutes(1));
        tick();
        assertThat(batchQueue.drain()).isEmpty();
    }

    @Test
    void sweepsGenerationsThoughTheQueueOfBatchesIsDown() {
        Batch second =
                BatchSamples.draft(
                        new BatchId("bat_1123456789abcdef0123456789abcdef"),
                        Samples.userId(1),
                        BatchSamples.parsed(1),
                        Samples.NOW);
        batches.store(second, BatchSamples.parsed(1).rows());
        batches.move(
                second,
                BatchSamples.running(second, 1, Samples.NOW),
                batches.lane(Samples.userId(1)));
        accepted(1);
        clock.advance(Duration.ofMinutes(1));
        batchQueue.setBroken(true);

        assertThatThrownBy(this::tick).isInstanceOf(IllegalStateException.class);

        assertThat(queue.sent()).hasSize(1);
    }

    @Test
    void leavesFreshMessagesTheirTime() {
        accepted(1);
        clock.advance(Duration.ofSeconds(5));

        tick();

        assertThat(queue.sent()).isEmpty();
    }

    // Protects: priming asks for 1970, when nothing was due; and no tick sweeps ahead of the clock.
    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:00Z, 60", "9999-01-01T00:00:00Z, 5"})
    void sweepsForTheTimeOfTheTickButNeverForTheFuture(String time, int secondsSince) {
        accepted(1);
        clock.advance(Duration.ofSeconds(secondsSince));

        driver.invoke(
                EventFile.read("generation-sweep", "tick")
                        .with("2026-11-16T15:50:00Z", time)
                        .bytes());

        assertThat(queue.sent()).isEmpty();
    }

    @Test
    void failsWhenTheQueueIsDownSoThatTheScheduleTriesAgain() {
        accepted(1);
        clock.advance(Duration.ofMinutes(1));
        queue.setBroken(true);

        assertThatThrownBy(this::tick).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(WorkItem.Stage.class)
    void sendsWhatItCanWhenOneQueueIsDown(WorkItem.Stage down) {
        for (int number = 1; number <= 12; number += 3) {
            accepted(number);
            delivering(number + 1);
            accepted(Samples.directGeneration(number + 2, 1, 4), number + 2);
        }
        clock.advance(Duration.ofMinutes(1));
        queue.setBroken(down, true);

        assertThatThrownBy(this::tick).isInstanceOf(IllegalStateException.class);

        assertThat(queue.sent()).hasSize(8).noneMatch(sent -> sent.item().stage() == down);
    }

    @Test
    void refusesWhatTheSchedulerDidNotSend() {
        assertThatThrownBy(() -> driver.invoke("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(VARIABLES);

        GenerationSweepConfig config = GenerationSweepConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(GenerationSweepConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new GenerationSweepConfig(
                                "studio",
                                URI.create("https://queue.example.org/provider"),
                                URI.create("https://queue.example.org/direct"),
                                URI.create("https://queue.example.org/delivery"),
                                URI.create("https://queue.example.org/batch")));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> GenerationSweepConfig.from(Environment.of(Map.of())))
                .message()
                .contains(GenerationSweepConfig.KEYS);
    }

    private void tick() {
        driver.invoke(EventFile.read("generation-sweep", "tick").bytes());
    }

    private Generation accepted(int number) {
        return accepted(Samples.generation(number, 1, 4), number);
    }

    private Generation accepted(Generation generation, int number) {
        store.ledger().grant(Samples.grant(1, number, 10));
        DrawOutcome drawn =
                store.ledger()
                        .account(Samples.accountId(1))
                        .orElseThrow()
                        .draw(generation.price().credits(), generation.createdAt());
        store.submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        return generation;
    }

    private Generation delivering(int number) {
        Generation generation = accepted(number);
        generation =
                moved(generation, new GenerationEvent.SubmissionStarted(Samples.NOW, Samples.NOW));
        generation =
                moved(
                        generation,
                        new GenerationEvent.SubmissionAccepted(
                                Samples.providerRequest(number), Samples.NOW, Samples.NOW));
        return moved(
                generation,
                new GenerationEvent.ResultReady(
                        List.of(Samples.providerMedia(number)), Samples.NOW));
    }

    private Generation moved(Generation before, GenerationEvent event) {
        Generation after = before.on(event).orElseThrow();
        assertThat(store.generations().move(before, after, new Claim("test"))).isTrue();
        return after;
    }
}
