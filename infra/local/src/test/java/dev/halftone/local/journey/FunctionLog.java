package dev.halftone.local.journey;

import dev.halftone.lambda.PrintedLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the functions of the running studio report while it is open. */
final class FunctionLog implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final PrintedLines printed = PrintedLines.open();

    /** A member of a line, such as its message, and what it says. */
    record Told(String member, String text) {

        boolean isTheOneOf(JsonNode line) {
            return line.path(member).asString("").equals(text);
        }

        private static boolean all(List<Told> told, List<JsonNode> lines) {
            return told.stream().allMatch(each -> lines.stream().anyMatch(each::isTheOneOf));
        }
    }

    /** The lines about a generation, as an operator finds them: by its id. */
    List<JsonNode> about(String generation) {
        return printed.containing(generation).stream()
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .toList();
    }

    /** The same, once one of them has each of these texts: a line follows what it tells of. */
    List<JsonNode> about(String generation, List<Told> told) {
        Instant giveUp = Instant.now().plus(WAIT_MAX);
        List<JsonNode> lines = about(generation);
        while (!Told.all(told, lines)) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("Not all of " + told + " in " + lines);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
            lines = about(generation);
        }
        return lines;
    }

    /** Every line so far, as it was printed. */
    List<String> lines() {
        return printed.containing("");
    }

    @Override
    public void close() {
        printed.close();
    }
}
