package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that this JVM prints, which is what Lambda would put into the functions' logs. */
final class LogLines implements AutoCloseable {
    // The framework's own, past every logger; see the edge's rationale.
    private static final String FRAMEWORK = "======> SOURCE: class ";
    private static final String METRIC = "_aws";

    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream stream =
            new PrintStream(new Tee(printed, outBefore), true, StandardCharsets.UTF_8);

    private LogLines() {}

    static LogLines begin() {
        LogLines lines = new LogLines();
        System.setOut(lines.stream);
        System.setErr(lines.stream);
        return lines;
    }

    /** Where what functions say to their context goes. */
    PrintStream stream() {
        return stream;
    }

    String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Tells what was printed since the last time. */
    void report(Observation observation) {
        String text = text();
        printed.reset();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> read(line, observation));
    }

    static void read(String line, Observation observation) {
        observation.line(line);
        if (line.startsWith(FRAMEWORK)) {
            return;
        }
        if (line.startsWith("{\"" + METRIC)) {
            metric(JsonMapper.shared().readTree(line), observation);
        } else if (!Leaves.of(
                line, (key, value) -> observation.see(new Place.LogKey(key), value))) {
            observation.see(new Place.LogKey("none, for it is no JSON: " + line), line);
        }
    }

    /** What the line says of itself decides which of its keys are metrics and dimensions. */
    private static void metric(JsonNode line, Observation observation) {
        JsonNode declared = line.get(METRIC).path("CloudWatchMetrics");
        Set<String> names = new HashSet<>(declared.findValuesAsString("Name"));
        Set<String> dimensions = new HashSet<>();
        declared.forEach(
                each ->
                        each.path("Dimensions")
                                .forEach(set -> set.forEach(d -> dimensions.add(d.asString()))));
        for (Map.Entry<String, JsonNode> part : line.properties()) {
            String key = part.getKey();
            if (!key.equals(METRIC)) {
                Place place =
                        names.contains(key)
                                ? new Place.Metric(key)
                                : dimensions.contains(key)
                                        ? new Place.MetricDimension(key)
                                        : new Place.LogKey(key);
                observation.see(place, part.getValue().asString());
            }
        }
    }

    @Override
    public void close() {
        System.setOut(outBefore);
        System.setErr(errBefore);
    }

    private static final class Tee extends OutputStream {
        private final OutputStream first;
        private final OutputStream second;

        Tee(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                first.write(bytes, offset, length);
                second.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
