package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One thing of every kind that a person can have, by the beginning of the paths that name it.
 *
 * @param ids by beginning, such as {@code /v1/projects/}
 */
record Belongings(Map<String, String> ids) {
    private static final String UNKNOWN = "id_" + "0".repeat(32);

    static Belongings of(Visitor owner) {
        String generation = owner.submitted("A red kite");
        owner.until(generation, "succeeded");
        return new Belongings(
                Map.of(
                        "/v1/generations/", generation,
                        "/v1/archives/", archive(owner, generation),
                        "/v1/orders/", order(owner),
                        "/v1/projects/",
                                id(owner.post("/v1/projects", Map.of("name", "Kites")), "/id"),
                        "/v1/briefs/",
                                id(
                                        owner.post(
                                                "/v1/briefs",
                                                Map.of("name", "Ada", "text", "A red coat")),
                                        "/id"),
                        "/v1/assets/",
                                id(
                                        owner.post(
                                                "/v1/assets",
                                                Map.of(
                                                        "name",
                                                        "kite.png",
                                                        "contentType",
                                                        "image/png",
                                                        "bytes",
                                                        1000)),
                                        "/id"),
                        "/v1/catalogues/", id(owner.upload("name\nkite\n"), "/batch/id"),
                        "/v1/storyboards/", storyboard(owner)));
    }

    /** One that is paid, so that there is a receipt. */
    private static String order(Visitor owner) {
        Shop shop = new Shop(owner, RunningStudio.get());
        JsonNode order = shop.paid(shop.first("pack"));
        RunningStudio.until("paid", () -> shop.look(order).get("state").asString().equals("paid"));
        return order.get("id").asString();
    }

    private static String archive(Visitor owner, String generation) {
        JsonNode packed =
                owner.post("/v1/archives", Map.of("generations", List.of(generation))).body();
        return packed.get("href").asString().substring("/v1/archives/".length());
    }

    private static String storyboard(Visitor owner) {
        Visitor.Answer quote = owner.post("/v1/quotes", Map.of("model", "storyboard-writer"));
        return id(
                owner.post(
                        "/v1/storyboards",
                        Map.of(
                                "brief", "Two boats",
                                "shots", 3,
                                "model", "nano-banana-pro",
                                "aspectRatio", "16:9",
                                "resolution", "1K",
                                "quote", quote.body().get("quote").asString())),
                "/id");
    }

    private static String id(Visitor.Answer answer, String pointer) {
        assertThat(answer.code()).as("%s", answer.body()).isBetween(200, 202);
        return answer.body().at(pointer).asString();
    }

    /** The path with the names of what is there; what nobody has has a name that nothing has. */
    String name(String path) {
        String named =
                ids.entrySet().stream()
                        .filter(each -> path.startsWith(each.getKey() + "{"))
                        .findFirst()
                        .map(each -> path.replaceFirst("\\{[^}]+}", each.getValue()))
                        .orElse(path);
        return named.replace("{index}", "0")
                .replace("{shot}", "1")
                .replaceAll("\\{[^}]+}", UNKNOWN);
    }
}
