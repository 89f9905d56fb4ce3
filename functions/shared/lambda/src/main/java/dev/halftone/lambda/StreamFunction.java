package dev.halftone.lambda;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * A function behind a table's stream, and behind a schedule. It hands over changes in their order;
 * Lambda brings everything again from the first that failed on, so what was done must be known
 * again. An event that cannot be read fails whole, so that nothing is lost.
 */
public final class StreamFunction implements Function<InputStream, byte[]> {
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final BatchHandler handler;
    private final ScheduledFunction scheduled;

    /** Does the work of a batch and returns the sequence numbers of what is to be brought again. */
    @FunctionalInterface
    public interface BatchHandler {
        List<String> handle(List<StreamRecord> records);
    }

    public StreamFunction(BatchHandler handler, ScheduledFunction scheduled) {
        this.handler = handler;
        this.scheduled = scheduled;
    }

    @Override
    public byte[] apply(InputStream input) {
        JsonNode event = Json.tree(ScheduledFunction.text(input));
        if (!event.has("Records")) {
            return scheduled.answer(event);
        }
        List<Map<String, String>> failures =
                handler.handle(read(event.get("Records"))).stream()
                        .map(number -> Map.of("itemIdentifier", number))
                        .toList();
        return Json.write(Map.of("batchItemFailures", failures));
    }

    private static List<StreamRecord> read(JsonNode records) {
        List<StreamRecord> read = new ArrayList<>();
        for (JsonNode record : records.values()) {
            JsonNode change = record.path("dynamodb");
            String number = change.path("SequenceNumber").asString("");
            if (number.isEmpty()) {
                throw new IllegalArgumentException("A change without a sequence number");
            }
            read.add(
                    new StreamRecord(
                            number, attributes(change, "Keys"), attributes(change, "NewImage")));
        }
        if (read.isEmpty()) {
            throw new IllegalArgumentException("Not an event of a stream");
        }
        return read;
    }

    private static Map<String, Object> attributes(JsonNode change, String name) {
        JsonNode attributes = change.path(name);
        return attributes.isObject() ? Json.MAPPER.convertValue(attributes, ATTRIBUTES) : Map.of();
    }
}
