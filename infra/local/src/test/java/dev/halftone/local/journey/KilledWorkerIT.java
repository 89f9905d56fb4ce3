package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Protects: a worker that dies in the middle leaves nothing half done. Its message comes back, its
 * lease runs out, and another one finishes: delivered once, charged once.
 */
class KilledWorkerIT {

    private static final Duration SUBMIT_LEASE = Duration.ofSeconds(51);
    private static final Duration DELIVERY_LEASE = Duration.ofSeconds(151);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(60);
    private static final Duration HIDDEN = Duration.ofSeconds(1);

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    /** The dead one even comes back to life, when the other one has finished. */
    @Test
    void deliversOnceThoughAWorkerDiesWhileItCopies() throws Exception {
        String id;
        Thread dying;
        try (Pause _ = studio.pause(studio.delivery())) {
            id = visitor.submitted("An unfinished bridge [stalled]");
            String message = studio.delivery().take(id, 1, HIDDEN).getFirst();
            int calls = studio.calls(id);
            dying = Thread.ofPlatform().start(() -> studio.work(message));
            studio.untilCalled(id, calls + 1);

            studio.turnClock(DELIVERY_LEASE);
        }

        assertThat(visitor.untilEnded(id).get("state").asString()).isEqualTo("succeeded");
        assertThat(dying.join(ENDED_WITHIN)).isTrue();
        visitor.books().charged(id, 4);
        assertThat(visitor.generation(id).get("media")).hasSize(1);
        assertThat(studio.orders(id)).hasSize(1);
    }

    /** This provider declares that one more submission is affordable; the user pays once. */
    @Test
    void asksTheProviderOnceMoreIfNobodyKnowsWhetherItTookTheWork() {
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted("A call that breaks off [lost] [silent]");
            studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());
            assertThat(visitor.generation(id).get("state").asString()).isEqualTo("submitting");
            assertThat(studio.orders(id)).hasSize(1);

            studio.turnClock(SUBMIT_LEASE);
        }
        studio.sweepLater();
        visitor.until(id, "running");
        studio.untilDone(id);
        studio.pollLater();

        assertThat(visitor.untilEnded(id).get("state").asString()).isEqualTo("succeeded");
        assertThat(studio.orders(id)).hasSize(2);
        visitor.books().charged(id, 4);
    }

    @Test
    void asksTheProviderOnlyOnceIfItsCallbackTells() {
        String id = visitor.submitted("A call that is returned [lost]");
        visitor.until(id, "running");
        studio.untilDone(id);
        studio.pollLater();

        assertThat(visitor.untilEnded(id).get("state").asString()).isEqualTo("succeeded");
        assertThat(studio.orders(id)).hasSize(1);
        visitor.books().charged(id, 4);
    }
}
