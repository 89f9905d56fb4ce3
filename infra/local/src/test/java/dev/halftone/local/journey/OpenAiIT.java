package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects: a picture that comes in one long call is delivered and paid once, or not at all. */
class OpenAiIT {

    private static final String MODEL = "gpt-image-2.5";

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    @Test
    void deliversThePictureThatTheCallBrought() {
        String id = visitor.submitted(MODEL, "A kite over the pier");

        JsonNode generation = visitor.until(id, "succeeded");

        assertThat(generation.at("/media/0/width").asInt()).isEqualTo(1024);
        assertThat(visitor.download(generation.at("/media/0/href").asString())).isNotEmpty();
        assertThat(visitor.available()).isEqualTo(22);
    }

    @Test
    void givesTheCreditsBackForWhatIsRefused() {
        String id = visitor.submitted(MODEL, "Something unseemly [moderation]");

        JsonNode generation = visitor.until(id, "failed");

        assertThat(generation.at("/failure/code").asString()).isEqualTo("moderation");
        assertThat(visitor.available()).isEqualTo(25);
    }

    /** Who still knows the old name gets the new model, at its price and under its name. */
    @Test
    void makesItWithTheSuccessorOfAModelThatIsGone() {
        String prompt = "A kite under the pier";
        String id = visitor.submitted("dall-e-3", prompt);

        JsonNode generation = visitor.until(id, "succeeded");

        assertThat(generation.get("model").asString()).isEqualTo(MODEL);
        assertThat(studio.taken("openai", prompt)).isEqualTo(1);
        assertThat(visitor.available()).isEqualTo(22);
    }
}
