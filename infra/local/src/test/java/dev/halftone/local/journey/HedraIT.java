package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects: Hedra delivers when it calls, and an order that is given twice is made once. */
class HedraIT {

    private static final String MODEL = "flux-2-pro";
    private static final Duration HIDDEN = Duration.ofSeconds(5);
    private static final Duration SUBMIT_LEASE = Duration.ofSeconds(51);

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    /** Nobody polls it for half a minute, so it is the callback that brings it at once. */
    @Test
    void deliversWhenHedraCallsBack() {
        String id = visitor.submitted(MODEL, "A harbour at night", "1K");

        JsonNode generation = visitor.until(id, "succeeded");

        assertThat(visitor.download(generation.at("/media/0/href").asString())).isNotEmpty();
        assertThat(visitor.available()).isEqualTo(23);
    }

    @Test
    void givesTheSameOrderAgainAndHasOneMade() {
        String prompt = "A harbour in the morning [lost] [silent]";
        String id;
        try (Pause _ = studio.pause(studio.provider())) {
            id = visitor.submitted(MODEL, prompt, "1K");
            studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());
            assertThat(visitor.generation(id).get("state").asString()).isEqualTo("submitting");
            studio.turnClock(SUBMIT_LEASE);
            studio.sweepLater();
        }
        visitor.until(id, "running");
        studio.untilMade("hedra", prompt);
        studio.pollLater();

        visitor.until(id, "succeeded");

        assertThat(studio.taken("hedra", prompt)).isEqualTo(1);
        visitor.books().charged(id, 2);
    }

    @Test
    void givesTheCreditsBackForWhatItsModeratorsRefuse() {
        String id = visitor.submitted(MODEL, "Something unseemly [moderation]", "1K");

        JsonNode generation = visitor.until(id, "failed");

        assertThat(generation.at("/failure/code").asString()).isEqualTo("moderation");
        assertThat(visitor.available()).isEqualTo(25);
    }
}
