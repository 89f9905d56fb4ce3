package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects: a provider that calls nobody back delivers too, and an order it took is never lost. */
class GmiCloudIT {

    private static final String MODEL = "seedream-5-lite";
    private static final Duration HIDDEN = Duration.ofSeconds(5);
    private static final Duration SUBMIT_LEASE = Duration.ofSeconds(51);

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    @Test
    void deliversAPictureOfSeedreamThatNobodyAnnounced() {
        String id = visitor.submitted(MODEL, "A pier in the fog", "2K");

        JsonNode generation = visitor.until(id, "succeeded");

        assertThat(generation.at("/media/0/width").asInt()).isEqualTo(2048);
        assertThat(visitor.download(generation.at("/media/0/href").asString())).isNotEmpty();
        assertThat(visitor.available()).isEqualTo(23);
    }

    @Test
    void findsAnOrderWhoseAnswerWasLostAndGivesNoSecond() {
        String prompt = "A pier in the rain [lost]";
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted(MODEL, prompt, "2K");
            studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());
            assertThat(studio.taken("gmi", prompt)).isEqualTo(1);
            studio.turnClock(SUBMIT_LEASE);
            studio.sweepLater();
        }

        JsonNode generation = visitor.until(id, "succeeded");

        assertThat(generation.get("credits").asLong()).isEqualTo(2);
        assertThat(studio.taken("gmi", prompt)).isEqualTo(1);
        assertThat(visitor.available()).isEqualTo(23);
    }

    @Test
    void givesTheCreditsBackForWhatItsModeratorsRefuse() {
        String id = visitor.submitted(MODEL, "Something unseemly [moderation]", "2K");

        JsonNode generation = visitor.until(id, "failed");

        assertThat(generation.at("/failure/code").asString()).isEqualTo("moderation");
        assertThat(visitor.available()).isEqualTo(25);
    }
}
