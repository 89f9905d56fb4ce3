package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Protects: a message that vanishes costs time and nothing else. The picture comes, is charged
 * once, and is asked of the provider once.
 *
 * <p>Method: nobody works on a queue while it is emptied; then time passes and the schedule ticks.
 */
class LostMessageIT {

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    @Test
    void deliversThoughTheFirstMessageWasLost() {
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted("A letter that never arrived");
            studio.provider().purge();
        }
        assertThat(studio.orders(id)).isEmpty();

        studio.sweepLater();

        assertDeliveredOnce(id);
    }

    @Test
    void deliversThoughAPollWasLost() {
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted("A bottle in the sea [silent]");
            studio.work(studio.provider().take(id, 1, Duration.ofSeconds(5)).getFirst());
            assertThat(visitor.generation(id).get("state").asString()).isEqualTo("running");
            studio.provider().purge();
        }

        studio.untilDone(id);
        studio.pollLater();

        assertDeliveredOnce(id);
    }

    @Test
    void deliversThoughTheMessageOfTheResultWasLost() {
        String id;
        try (Pause _ = studio.pause(studio.delivery())) {
            id = visitor.submitted("A parcel without an address");
            studio.delivery().take(id, 1, Duration.ofSeconds(5));
            studio.delivery().purge();
        }
        assertThat(visitor.generation(id).get("state").asString()).isEqualTo("delivering");

        studio.sweepLater();

        assertDeliveredOnce(id);
    }

    private void assertDeliveredOnce(String id) {
        assertThat(visitor.untilEnded(id).get("state").asString()).isEqualTo("succeeded");
        visitor.books().charged(id, 4);
        assertThat(studio.orders(id)).hasSize(1);
    }
}
