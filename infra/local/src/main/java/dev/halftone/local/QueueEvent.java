package dev.halftone.local;

import dev.halftone.template.Resolver;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A batch of messages as Lambda hands it over, and the answer that says which of them failed. */
final class QueueEvent {
    private final JsonMapper json;

    QueueEvent(JsonMapper json) {
        this.json = json;
    }

    String write(List<Message> messages, String queueArn) {
        return json.writeValueAsString(
                Map.of("Records", messages.stream().map(m -> record(m, queueArn)).toList()));
    }

    /** The messages to delete: all, unless the answer names those that failed. */
    List<Message> succeeded(List<Message> messages, String answer) {
        if (answer.isBlank()) {
            return messages;
        }
        JsonNode failures;
        try {
            failures = json.readTree(answer).path("batchItemFailures");
        } catch (JacksonException _) {
            return List.of();
        }
        Set<String> failed = new HashSet<>();
        failures.forEach(failure -> failed.add(failure.path("itemIdentifier").asString("")));
        Set<String> ids = messages.stream().map(Message::messageId).collect(Collectors.toSet());
        // A failure that names none of the messages fails the whole batch.
        return ids.containsAll(failed)
                ? messages.stream().filter(m -> !failed.contains(m.messageId())).toList()
                : List.of();
    }

    private static Map<String, Object> record(Message message, String queueArn) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        record.put("attributes", new TreeMap<>(message.attributesAsStrings()));
        record.put("messageAttributes", attributes(message.messageAttributes()));
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", Resolver.REGION);
        return record;
    }

    private static Map<String, Object> attributes(Map<String, MessageAttributeValue> attributes) {
        Map<String, Object> written = new TreeMap<>();
        attributes.forEach(
                (name, value) -> {
                    Map<String, Object> attribute = new LinkedHashMap<>();
                    attribute.put("dataType", value.dataType());
                    attribute.put("stringValue", value.stringValue());
                    attribute.put("stringListValues", List.of());
                    attribute.put("binaryListValues", List.of());
                    written.put(name, attribute);
                });
        return written;
    }
}
