package dev.halftone.sandbox.creem;

import dev.halftone.sandbox.http.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges prompts; words that stand for a judgement are in brackets. */
final class Moderation {

    // Longer than any caller should wait.
    private static final Duration VERY_SLOW = Duration.ofSeconds(10);

    private Moderation() {}

    static void judge(Exchange exchange, JsonNode body) throws IOException {
        String prompt = Json.text(body, "prompt");
        String words = prompt.toLowerCase(Locale.ROOT);
        if (prompt.isEmpty()) {
            throw Refusal.bad("prompt should not be empty");
        }
        if (words.contains("[check down]")) {
            throw Refusal.of(503, "Service unavailable");
        }
        if (words.contains("[check slow]")) {
            pause();
        }
        ObjectNode result = Json.object();
        result.put("id", "mod_" + UUID.randomUUID())
                .put("object", "moderation_result")
                .put("prompt", prompt)
                .put("decision", decision(words))
                .putObject("usage")
                .put("units", 1);
        exchange.json(200, result);
    }

    private static String decision(String words) {
        if (words.contains("[unsafe]")) {
            return "deny";
        }
        return words.contains("[flagged]") ? "flag" : "allow";
    }

    private static void pause() {
        try {
            Thread.sleep(VERY_SLOW);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
