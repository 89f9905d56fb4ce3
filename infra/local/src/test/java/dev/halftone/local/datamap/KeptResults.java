package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What a person does with results: files them, shows them to others, and removes them. */
final class KeptResults {
    private final Visitor visitor;
    private final String words;

    /**
     * Keeps its collaborators.
     *
     * @param words what the person types, known again wherever it goes
     */
    KeptResults(Visitor visitor, String words) {
        this.visitor = visitor;
        this.words = words;
    }

    void keepAndRemove(String generation) {
        Map<String, String> wanted =
                Map.of("name", "Boats " + words, "direction", "In oil " + words);
        String project = visitor.post("/v1/projects", wanted).json().path("id").asString();
        Map<String, String> character = Map.of("name", "Ann " + words, "text", "Tall " + words);
        assertThat(visitor.post("/v1/briefs", character).status()).isEqualTo(201);
        String own = "/v1/generations/" + generation;
        assertThat(visitor.send("PUT", own + "/project", Map.of("project", project)).status())
                .isEqualTo(204);
        String link = visitor.post(own + "/media/0/share", Map.of()).json().path("href").asString();
        assertThat(visitor.download(link)).isEqualTo(200);
        Map<String, ?> selection = Map.of("generations", List.of(generation));
        String archive = visitor.post("/v1/archives", selection).json().path("href").asString();
        assertThat(visitor.download(archive)).isEqualTo(200);
        assertThat(visitor.send("DELETE", own, Map.of()).status()).isEqualTo(204);
        assertThat(visitor.get(own).status()).isEqualTo(410);
        assertThat(visitor.get(link).status()).isEqualTo(410);
    }
}
