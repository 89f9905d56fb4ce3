package dev.halftone.local;

import dev.halftone.template.Resolver;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a table as Lambda hands them over, and the answer that says where to go on. */
final class StreamEvent {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private StreamEvent() {}

    static String write(List<ObjectNode> records) {
        return JsonMapper.shared().writeValueAsString(Map.of("Records", records));
    }

    /**
     * From which record on the batch must be handed over again, if any: from the first that the
     * answer names, and from the beginning if it cannot be read or names one that was not there.
     */
    static OptionalInt failedFrom(List<ObjectNode> records, String answer) {
        if (answer.isBlank()) {
            return OptionalInt.empty();
        }
        try {
            JsonNode failures = JsonMapper.shared().readTree(answer).path("batchItemFailures");
            return failures.valueStream()
                    .mapToInt(failure -> position(records, failure.path("itemIdentifier")))
                    .min();
        } catch (JacksonException _) {
            return OptionalInt.of(0);
        }
    }

    private static int position(List<ObjectNode> records, JsonNode sequenceNumber) {
        for (int position = 0; position < records.size(); position++) {
            if (records.get(position).at("/dynamodb/SequenceNumber").equals(sequenceNumber)) {
                return position;
            }
        }
        return 0;
    }

    static ObjectNode record(Record change, String streamArn) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("eventID", change.eventID());
        record.put("eventName", change.eventNameAsString());
        record.put("eventVersion", change.eventVersion());
        record.put("eventSource", "aws:dynamodb");
        record.put("awsRegion", Resolver.REGION);
        record.set("dynamodb", change(change.dynamodb()));
        record.put("eventSourceARN", streamArn);
        return record;
    }

    private static ObjectNode change(StreamRecord change) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put(
                "ApproximateCreationDateTime",
                change.approximateCreationDateTime().toEpochMilli() / MILLIS_PER_SECOND);
        written.set("Keys", attributes(change.keys()));
        if (change.hasNewImage()) {
            written.set("NewImage", attributes(change.newImage()));
        }
        if (change.hasOldImage()) {
            written.set("OldImage", attributes(change.oldImage()));
        }
        written.put("SequenceNumber", change.sequenceNumber());
        written.put("SizeBytes", change.sizeBytes());
        written.put("StreamViewType", change.streamViewTypeAsString());
        return written;
    }

    private static ObjectNode attributes(Map<String, AttributeValue> attributes) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        attributes.forEach((name, value) -> written.set(name, attribute(value)));
        return written;
    }

    /** An attribute under the letters of its type. */
    private static ObjectNode attribute(AttributeValue value) {
        Object content =
                switch (value.type()) {
                    case S -> value.s();
                    case N -> value.n();
                    case BOOL -> value.bool();
                    case NUL -> true;
                    case B -> base64(value.b());
                    case SS -> value.ss();
                    case NS -> value.ns();
                    case BS -> value.bs().stream().map(StreamEvent::base64).toList();
                    case M -> attributes(value.m());
                    case L -> value.l().stream().map(StreamEvent::attribute).toList();
                    // The engine leaves an empty map out of its answer, and its type with it.
                    case UNKNOWN_TO_SDK_VERSION -> Map.of();
                };
        String type =
                switch (value.type()) {
                    case NUL -> "NULL";
                    case UNKNOWN_TO_SDK_VERSION -> "M";
                    case S, N, B, BOOL, SS, NS, BS, M, L -> value.type().name();
                };
        return JsonMapper.shared().valueToTree(Map.of(type, content));
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
