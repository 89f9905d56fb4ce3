package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Protects: a success that comes after the refund is never charged. It is given away or dropped, as
 * the operator's profile declares. (ledger-fortress, edge case 5.)
 */
class LateResultIT {

    private static final Duration HIDDEN = Duration.ofSeconds(5);
    private static final Duration SUBMIT_LEASE = Duration.ofSeconds(51);
    private static final Duration DEADLINE = Duration.ofSeconds(301);
    private static final Duration UNTIL_THE_PROVIDER_IS_DONE = Duration.ofMinutes(10);

    @Test
    void givesALatePictureFreeOfCharge() {
        RunningStudio studio = RunningStudio.halftone();
        Visitor visitor = Visitor.welcomed();
        String id = visitor.submitted("A ship long overdue [late] [deaf]");
        visitor.until(id, "running");
        studio.turnClock(DEADLINE);
        studio.sweepLater();
        visitor.until(id, "failed");
        visitor.books().refunded(id, 4, "timeout");

        studio.turnClock(UNTIL_THE_PROVIDER_IS_DONE);

        JsonNode given = visitor.until(id, "succeeded");
        assertThat(given.get("credits").asLong() - given.get("refundedCredits").asLong()).isZero();
        assertThat(given.get("failure").isNull()).isTrue();
        assertThat(visitor.download(given.at("/media/0/href").asString())).isNotEmpty();
        visitor.books().refunded(id, 4, "timeout");
        assertThat(visitor.available()).isEqualTo(25);
        assertThat(studio.orders(id)).hasSize(1);
    }

    /** Its submission was never answered, so that stopping it had to wait for the lease. */
    @Test
    void dropsALatePictureThatItsOwnerHadStopped() {
        RunningStudio studio = RunningStudio.halftone();
        Visitor visitor = Visitor.welcomed();
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted("A ship sent back [lost] [late] [deaf]");
            studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());
            assertThat(visitor.cancel(id).code()).isEqualTo(202);
            studio.turnClock(SUBMIT_LEASE);
            studio.sweepLater();
        }
        visitor.until(id, "cancelled");

        workOnTheCallback(studio, id);

        assertThat(visitor.generation(id).get("state").asString()).isEqualTo("cancelled");
        assertThat(visitor.generation(id).get("media")).isEmpty();
        visitor.books().refunded(id, 4, "cancelled");
        assertThat(visitor.available()).isEqualTo(25);
    }

    @Test
    void dropsALatePictureWhereTheProfileSaysSo() {
        RunningStudio studio = RunningStudio.generous();
        Visitor visitor = Visitor.welcomed(studio);
        String id = visitor.submitted("poster", "A ship nobody awaits [late] [deaf]");
        visitor.until(id, "running");
        studio.turnClock(DEADLINE);
        studio.sweepLater();
        visitor.until(id, "failed");

        workOnTheCallback(studio, id);

        JsonNode dropped = visitor.generation(id);
        assertThat(dropped.get("state").asString()).isEqualTo("failed");
        assertThat(dropped.get("media")).isEmpty();
        visitor.books().refunded(id, 100, "timeout");
        assertThat(visitor.available()).isEqualTo(1000);
    }

    private static void workOnTheCallback(RunningStudio studio, String id) {
        try (Pause _ = studio.pause(studio.provider())) {
            studio.turnClock(UNTIL_THE_PROVIDER_IS_DONE);
            studio.untilCalledBack(id, 1);
            List<String> waiting = studio.provider().take(id, 1, HIDDEN);
            assertThat(waiting).last().asString().contains("callback");
            waiting.forEach(studio::work);
        }
    }
}
