package dev.halftone.local.journey;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What functions print while it is open, which is what Lambda would put into their logs. */
final class PrintedLines implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** A member of a line, such as its message, and what it says. */
    record Told(String member, String text) {

        boolean isTheOneOf(JsonNode line) {
            return line.path(member).asString("").equals(text);
        }

        private static boolean all(List<Told> told, List<JsonNode> lines) {
            return told.stream().allMatch(each -> lines.stream().anyMatch(each::isTheOneOf));
        }
    }

    private PrintedLines() {}

    static PrintedLines open() {
        PrintedLines lines = new PrintedLines();
        System.setOut(new PrintStream(lines.copying(), true, StandardCharsets.UTF_8));
        return lines;
    }

    String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** The lines about a generation, as an operator finds them: by its id. */
    List<JsonNode> about(String generation) {
        return text().lines()
                .filter(line -> line.startsWith("{") && line.contains(generation))
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

    @Override
    public void close() {
        System.setOut(before);
    }

    private FilterOutputStream copying() {
        return new FilterOutputStream(before) {
            @Override
            public void write(int octet) throws IOException {
                printed.write(octet);
                out.write(octet);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                printed.write(bytes, offset, length);
                out.write(bytes, offset, length);
            }
        };
    }
}
