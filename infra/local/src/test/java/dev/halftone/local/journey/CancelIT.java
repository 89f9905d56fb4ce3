package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import dev.halftone.local.journey.Visitor.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Protects: what no provider has is stopped at once and free; what a provider has ends as the
 * provider ends it.
 */
class CancelIT {

    private static final Duration HIDDEN = Duration.ofSeconds(5);

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    @Test
    void stopsAtOnceAndForNothingWhatNoProviderHas() {
        try (Pause _ = studio.pause(studio.provider())) {
            String id = visitor.submitted("A second thought");

            Answer cancelled = visitor.cancel(id);
            studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());

            assertThat(cancelled.code()).isEqualTo(200);
            assertThat(cancelled.body().get("state").asString()).isEqualTo("cancelled");
            assertThat(visitor.generation(id).get("state").asString()).isEqualTo("cancelled");
            visitor.books().refunded(id, 4, "cancelled");
            assertThat(visitor.available()).isEqualTo(25);
            assertThat(studio.orders(id)).isEmpty();
        }
    }

    @Test
    void refundsWhatTheProviderStops() {
        String id = visitor.submitted("A train that can be stopped [never]");
        visitor.until(id, "running");

        Answer asked = visitor.cancel(id);

        assertThat(asked.code()).isEqualTo(202);
        assertThat(asked.body().get("cancelRequested").asBoolean()).isTrue();
        assertThat(visitor.untilEnded(id).get("state").asString()).isEqualTo("cancelled");
        visitor.books().refunded(id, 4, "cancelled");
    }

    @Test
    void deliversAndChargesWhatTheProviderFinishesNevertheless() {
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted("A train that cannot be stopped [slow] [deaf]");
            studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());

            assertThat(visitor.cancel(id).code()).isEqualTo(202);
        }

        assertThat(visitor.untilEnded(id).get("state").asString()).isEqualTo("succeeded");
        assertThat(visitor.generation(id).get("media")).hasSize(1);
        visitor.books().charged(id, 4);
    }
}
