package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Protects: a story becomes shots in the form that is published, and each shot a picture. */
class StoryboardIT {
    private static final String FORM = "/schema/storyboard.json";
    private static final int PLAN = 2;
    private static final int PICTURE = 4;

    private final Visitor visitor = Visitor.welcomed();

    @Test
    void leadsFromAStoryToPicturesInTheFormThatIsPublished() {
        Schema form = published();
        JsonNode begun = begin("Two boats race to the lighthouse");
        String path = "/v1/storyboards/" + begun.get("id").asString();
        visitor.until(begun.at("/planning/id").asString(), "succeeded");
        JsonNode planned = visitor.get(path).body();
        JsonNode prices = visitor.post(path + "/quote", Map.of()).body();
        List<String> made =
                prices.get("items").valueStream().map(shot -> make(path, shot)).toList();
        made.forEach(id -> visitor.until(id, "succeeded"));

        JsonNode whole = visitor.get(path).body();
        JsonNode broken = ((ObjectNode) whole.deepCopy()).put("planned", 13);

        assertThat(form.validate(begun)).isEmpty();
        assertThat(form.validate(planned)).isEmpty();
        assertThat(form.validate(whole)).isEmpty();
        assertThat(form.validate(broken)).isNotEmpty();
        assertThat(whole.get("shots"))
                .extracting(shot -> shot.at("/generations/0/id").asString())
                .isEqualTo(made);
        assertThat(visitor.available()).isEqualTo(25 - PLAN - 3 * PICTURE);
    }

    // What a language model answers in another form reaches nobody, and costs nothing.
    @Test
    void givesTheCreditsOfAPlanBackThatIsInNoForm() {
        JsonNode begun = begin("Two boats [malformed]");

        visitor.until(begun.at("/planning/id").asString(), "failed");

        JsonNode failed = visitor.get("/v1/storyboards/" + begun.get("id").asString()).body();
        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.at("/planning/failure/code").asString()).isEqualTo("invalid_result");
        assertThat(published().validate(failed)).isEmpty();
        assertThat(visitor.available()).isEqualTo(25);
    }

    private Schema published() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        SchemaLocation.of("https://halftone.example" + FORM),
                        visitor.get(FORM).body());
    }

    private JsonNode begin(String brief) {
        String quote =
                visitor.post("/v1/quotes", Map.of("model", "storyboard-writer"))
                        .body()
                        .get("quote")
                        .asString();
        Visitor.Answer answer =
                visitor.post(
                        "/v1/storyboards",
                        Map.of(
                                "brief",
                                brief,
                                "shots",
                                3,
                                "model",
                                "nano-banana-pro",
                                "aspectRatio",
                                "16:9",
                                "resolution",
                                "1K",
                                "quote",
                                quote));
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(202);
        return answer.body();
    }

    private String make(String path, JsonNode price) {
        Visitor.Answer answer =
                visitor.post(
                        path + "/shots/" + price.get("shot").asInt() + "/generations",
                        Map.of("quote", price.get("quote").asString()));
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(202);
        return answer.body().get("id").asString();
    }
}
