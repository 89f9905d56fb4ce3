package dev.halftone.packaged;

import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.EventFile;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A story in shots, from its brief to its deletion. */
record StoryboardScenario(Scenario scenario) {

    /** Planned, changed, begun and deleted. */
    void play() {
        HttpAnswer price =
                scenario.ask(
                        "generation-submit",
                        scenario.mine("generation-submit", "quote")
                                .bodyField("model", "storyboard-writer")
                                .withoutBodyField("aspectRatio")
                                .withoutBodyField("resolution"));
        JsonNode begun =
                scenario.http(
                                "generation-submit",
                                "storyboard-plan",
                                scenario.mine("generation-submit", "storyboard-plan")
                                        .bodyField(
                                                "quote", price.json().path("quote").asString("")))
                        .json();
        String id = begun.path("id").asString("");
        scenario.invoke("provider-poll", planning(begun.at("/planning/id").asString("")));
        scenario.http("studio", "storyboard", scenario.of("storyboard", id));
        scenario.http("studio", "storyboard-edit", scenario.of("storyboard-edit", id));
        HttpAnswer quote = scenario.row("storyboard-quote", id);
        scenario.http(
                "generation-submit",
                "storyboard-shot",
                scenario.mine("generation-submit", "storyboard-shot")
                        .pathParameter("id", id)
                        .bodyField("quote", quote.json().at("/items/0/quote").asString("")));
        scenario.http("studio", "storyboards", scenario.mine("studio", "storyboards"));
        scenario.http("studio", "storyboard-delete", scenario.of("storyboard-delete", id));
    }

    /** A language model answers at once, so its message comes from the queue of long calls. */
    private static byte[] planning(String id) {
        EventFile due =
                EventFile.read("provider-poll", "submit-due").with(Scenario.EXAMPLE_GENERATION, id);
        String provider = "\\\"stage\\\":\\\"provider\\\"";
        if (!due.text().contains(provider)) {
            throw new IllegalStateException("Not a message of that queue: " + due.text());
        }
        return due.text()
                .replace(provider, provider.replace("provider", "direct"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
