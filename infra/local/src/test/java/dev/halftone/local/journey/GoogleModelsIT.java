package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Protects: both ways to Google's models deliver, and a refusal without words costs nothing. */
class GoogleModelsIT {

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    /** The second with a token that the service account's signature was given for. */
    @ParameterizedTest
    @CsvSource({"nano-banana-2.1, gemini, 23", "nano-banana-pro-cloud, vertex, 19"})
    void delivers(String model, String provider, int left) {
        String prompt = "A heron in the reeds by " + model;
        String id = visitor.submitted(model, prompt);

        JsonNode generation = visitor.until(id, "succeeded");

        assertThat(generation.at("/media/0/width").asInt()).isEqualTo(1024);
        assertThat(studio.taken(provider, prompt)).isEqualTo(1);
        assertThat(visitor.available()).isEqualTo(left);
    }

    /** The film is inside the answer that says that it is done. */
    @Test
    void deliversAFilmThatHasNoAddress() {
        String prompt = "A heron takes off";
        String id = visitor.submittedFilm("veo-3.1-cloud", prompt, "720p", 4);

        JsonNode generation = visitor.until(id, "succeeded");

        JsonNode media = generation.get("media").get(0);
        assertThat(media.get("contentType").asString()).isEqualTo("video/mp4");
        assertThat(studio.taken("vertex-veo", prompt)).isEqualTo(1);
        assertThat(visitor.available()).isEqualTo(1);
    }

    @Test
    void givesTheCreditsBackForWhatIsRefused() {
        String id = visitor.submitted("nano-banana-2.1", "Something unseemly [moderation]");

        JsonNode generation = visitor.until(id, "failed");

        assertThat(generation.at("/failure/code").asString()).isEqualTo("moderation");
        assertThat(visitor.available()).isEqualTo(25);
    }
}
