package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a person does with a storyboard: has it planned, changes it, and has a shot made. */
final class StoryInShots {
    private static final Duration END_MAX = Duration.ofMinutes(1);

    private final Visitor visitor;
    private final Journey journey;

    StoryInShots(Visitor visitor, Journey journey) {
        this.visitor = visitor;
        this.journey = journey;
    }

    /** Two films are planned, and one of them is made. */
    void tell() {
        Visitor.Answer begun = visitor.post("/v1/storyboards", wanted());
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String path = "/v1/storyboards/" + begun.json().path("id").asString();
        untilEnded(begun.json().at("/planning/id").asString());
        assertThat(visitor.get(path).json().path("state").asString()).isEqualTo("ready");
        Visitor.Answer edited =
                visitor.send(
                        "PUT",
                        path,
                        Map.of(
                                "version",
                                1,
                                "title",
                                "Boats " + Journey.PROMPT,
                                "shots",
                                List.of(shot(2, "It sails"), shot(1, "It sinks"))));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        JsonNode quote =
                visitor.post(path + "/quote", Map.of("shots", List.of(1))).json().at("/items/0");
        Visitor.Answer made =
                visitor.post(
                        path + "/shots/1/generations",
                        Map.of("quote", quote.path("quote").asString()));
        assertThat(made.status()).as(made.body()).isEqualTo(202);
        untilEnded(made.json().path("id").asString());
    }

    private void untilEnded(String id) {
        journey.know(Kind.GENERATION_ID, id);
        Instant giveUp = Instant.now().plus(END_MAX);
        while (visitor.get("/v1/generations/" + id).json().path("endedAt").isNull()) {
            assertThat(Instant.now()).isBefore(giveUp);
            Journey.pause();
        }
    }

    private Map<String, Object> wanted() {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("brief", "Two boats " + Journey.PROMPT);
        wanted.put("shots", 2);
        wanted.put("model", "seedance-1.5-pro");
        wanted.put("aspectRatio", "16:9");
        wanted.put("resolution", "480p");
        wanted.put("durationSeconds", 5);
        JsonNode quote = visitor.post("/v1/quotes", Map.of("model", "storyboard-writer")).json();
        wanted.put("quote", quote.path("quote").asString());
        return wanted;
    }

    private Map<String, Object> shot(int number, String prompt) {
        return Map.of(
                "number",
                number,
                "title",
                "Boat " + Journey.PROMPT,
                "prompt",
                prompt + " " + Journey.PROMPT,
                "seconds",
                5);
    }
}
