package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Protects: everything ends. What a provider took and never finishes, or fails at later, ends by
 * its deadline with a reason and with its credits back.
 */
class DeadlineIT {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    /** The bug of postiz PR #1809: work that never finished kept its spinner and its price. */
    @Test
    void givesUpWhatTheProviderNeverFinishes() {
        String id = visitor.submitted("An endless staircase [never]");
        visitor.until(id, "running");

        studio.turnClock(DEADLINE);
        studio.sweepLater();

        assertGivenUp(id);
        // It would go on for ever, had it not been asked to stop.
        studio.untilDone(id);
    }

    @Test
    void givesUpInTimeThoughEveryMessageIsLost() {
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted("A road without signs [never]");
            studio.work(studio.provider().take(id, 1, Duration.ofSeconds(5)).getFirst());
            studio.provider().purge();
        }

        studio.turnClock(DEADLINE);
        studio.sweepLater();

        assertGivenUp(id);
    }

    /** The other half of postiz PR #1809: accepted with an id, and flagged as failed afterwards. */
    @Test
    void refundsWhatWasTakenAndFailedLater() {
        String id = visitor.submitted("A vase that falls [slow] [fail]");

        JsonNode ended = visitor.untilEnded(id);

        assertThat(ended.get("state").asString()).isEqualTo("failed");
        assertThat(ended.at("/failure/message").asString()).isNotBlank();
        visitor.books().refunded(id, 4, "provider_error");
        assertThat(studio.orders(id)).hasSize(1);
    }

    private void assertGivenUp(String id) {
        JsonNode ended = visitor.untilEnded(id);
        assertThat(ended.get("state").asString()).isEqualTo("failed");
        assertThat(ended.get("endedAt").isString()).isTrue();
        assertThat(ended.at("/failure/code").asString()).isEqualTo("timeout");
        assertThat(ended.at("/failure/message").asString()).isNotBlank();
        assertThat(ended.at("/failure/retryable").asBoolean()).isTrue();
        visitor.books().refunded(id, 4, "timeout");
        assertThat(visitor.available()).isEqualTo(25);
    }
}
