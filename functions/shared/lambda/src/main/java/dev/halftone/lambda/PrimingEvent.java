package dev.halftone.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An event that a function answers before its snapshot, and what the answer must hold. They stand
 * in the file {@code priming.json} beside the function's application.
 *
 * <p>None may change anything, ask for a secret or reach a provider: the snapshot that comes after
 * is restored many times, by many environments, days later.
 */
record PrimingEvent(JsonNode event, JsonNode answer) {
    private static final String FILE = "priming.json";

    /**
     * Reads those of an application.
     *
     * @throws IllegalStateException if it has none, so that no function is left cold by mistake
     */
    static List<PrimingEvent> of(Class<?> application) throws IOException {
        try (InputStream file = application.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("No " + FILE + " beside " + application.getName());
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<PrimingEvent> events =
                    Json.tree(text)
                            .valueStream()
                            .map(each -> new PrimingEvent(each.get("event"), each.get("answer")))
                            .toList();
            if (events.isEmpty()) {
                throw new IllegalStateException(
                        "No event in " + FILE + " beside " + application.getName());
            }
            return events;
        }
    }

    byte[] bytes() {
        return Json.write(event);
    }

    /** In what the answer is not the expected one; empty if it is. */
    String difference(byte[] answered) {
        JsonNode actual = Json.tree(new String(answered, StandardCharsets.UTF_8));
        return answer.propertyStream()
                .filter(field -> !field.getValue().equals(actual.path(field.getKey())))
                .map(
                        field ->
                                "%s is %s instead of %s"
                                        .formatted(
                                                field.getKey(),
                                                actual.path(field.getKey()),
                                                field.getValue()))
                .collect(Collectors.joining(", "));
    }
}
