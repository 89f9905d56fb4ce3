package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: what a language model writes is delivered and paid as a picture is, or not at all. */
class LanguageModelIT {

    private static final Map<String, Object> SETTINGS = Map.of("model", "prompt-writer");

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    /** The words that it was written from stay beside it. */
    @Test
    void writesAPromptAndKeepsTheBrief() {
        String id = submitted("a kite over the pier");

        JsonNode generation = visitor.until(id, "succeeded");

        JsonNode media = generation.at("/media/0");
        JsonNode written = media.get("document");
        assertThat(written.get("prompt").asString()).startsWith("A kite over the pier. ");
        assertThat(generation.get("prompt").asString()).isEqualTo("a kite over the pier");
        assertThat(visitor.available()).isEqualTo(24);
        String file =
                new String(visitor.download(media.get("href").asString()), StandardCharsets.UTF_8);
        assertThat(JsonMapper.shared().readTree(file)).isEqualTo(written);
        assertThat(visitor.get("/v1/generations?limit=1").body().at("/items/0/media/0/document"))
                .isEqualTo(written);
    }

    @Test
    void asksOnceMoreForWhatIsNoPromptAndThenGivesTheCreditsBack() {
        String once = "a kite under the pier [malformed once]";
        String always = "a kite without a pier [malformed]";
        String first = submitted(once);
        String second = submitted(always);

        visitor.until(first, "succeeded");
        JsonNode generation = visitor.until(second, "failed");

        assertThat(studio.taken("llm", once)).isEqualTo(2);
        assertThat(studio.taken("llm", always)).isEqualTo(2);
        assertThat(generation.at("/failure/code").asString()).isEqualTo("invalid_result");
        assertThat(visitor.available()).isEqualTo(24);
    }

    private String submitted(String brief) {
        Map<String, Object> body = new HashMap<>(SETTINGS);
        body.put("quote", visitor.post("/v1/quotes", SETTINGS).body().get("quote").asString());
        body.put("prompt", brief);
        Visitor.Answer accepted = visitor.post("/v1/generations", body);
        assertThat(accepted.code()).as("%s", accepted.body()).isEqualTo(202);
        return accepted.body().get("id").asString();
    }
}
