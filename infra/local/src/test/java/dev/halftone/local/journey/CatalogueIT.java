package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.journey.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects: a table of products, from the upload to a picture of every row that can be made. */
class CatalogueIT {
    private static final int ROWS = 20;
    // The third asks for what the provider's rules forbid.
    private static final int REFUSED = 3;
    private static final Duration WAIT_MAX = Duration.ofSeconds(90);
    private static final Duration GLANCE = Duration.ofMillis(200);

    @Test
    void makesEveryRowOfATableAndChargesWhatWasMade() {
        Visitor visitor = Visitor.welcomed();
        Answer uploaded = visitor.upload(table());
        assertThat(uploaded.code()).as("%s", uploaded.body()).isEqualTo(201);
        String batch = "/v1/catalogues/" + uploaded.body().at("/batch/id").asString();
        Map<String, Object> terms =
                new HashMap<>(
                        Map.of(
                                "model", "flux-dev",
                                "template", "{name} in {colour}",
                                "aspectRatio", "1:1",
                                "resolution", "1K"));
        JsonNode quote = visitor.post(batch + "/quote", terms).body();
        terms.put("quote", quote.get("quote").asString());
        assertThat(quote.get("credits").asLong()).isEqualTo(ROWS);
        long before = visitor.available();

        Answer started = visitor.post(batch + "/start", terms);
        assertThat(started.code()).as("%s", started.body()).isEqualTo(202);
        JsonNode ended = untilFinished(visitor, batch);

        assertThat(ended.at("/rows/made").asInt()).isEqualTo(ROWS - 1);
        assertThat(ended.at("/rows/failed").asInt()).isEqualTo(1);
        assertThat(visitor.available()).isEqualTo(before - (ROWS - 1));
        List<String> result =
                new String(visitor.file(batch + "/result"), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(result).hasSize(1 + ROWS);
        assertThat(result.get(REFUSED)).startsWith(REFUSED + ",failed,moderation,0,gen_");
        String link = result.get(1).substring(result.get(1).lastIndexOf(',') + 1);
        assertThat(visitor.download(link)).hasSizeGreaterThan(100);
    }

    private static String table() {
        return "\uFEFFname;colour\r\n"
                + IntStream.rangeClosed(1, ROWS)
                        .mapToObj(
                                row ->
                                        "Vase %d %s;blue\r\n"
                                                .formatted(
                                                        row, row == REFUSED ? "[moderation]" : ""))
                        .collect(Collectors.joining());
    }

    private static JsonNode untilFinished(Visitor visitor, String batch) {
        Instant giveUp = Instant.now().plus(WAIT_MAX);
        while (Instant.now().isBefore(giveUp)) {
            JsonNode seen = visitor.get(batch).body();
            if (seen.get("state").asString().equals("finished")) {
                return seen;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        throw new AssertionError("Not finished: " + visitor.get(batch).body());
    }
}
