package dev.halftone.local.crash;

import dev.halftone.core.account.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** What the stream of the table brings of an account's lines; it may bring each more than once. */
final class LineNews {

    private LineNews() {}

    static String of(String table, AccountId account) {
        List<Map<String, AttributeValue>> lines =
                Tables.client()
                        .query(
                                query ->
                                        query.tableName(table)
                                                .keyConditionExpression(
                                                        "pk = :pk AND begins_with(sk, :line)")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":pk",
                                                                AttributeValue.fromS(
                                                                        "ACCOUNT#" + account),
                                                                ":line",
                                                                AttributeValue.fromS("JOURNAL#")))
                                                .consistentRead(true))
                        .items();
        List<Object> records = new ArrayList<>();
        for (Map<String, AttributeValue> line : lines) {
            records.add(record(line, records.size() + 1));
        }
        return JsonMapper.shared().writeValueAsString(Map.of("Records", records));
    }

    private static Map<String, Object> record(Map<String, AttributeValue> line, int number) {
        Map<String, AttributeValue> keys = new LinkedHashMap<>(line);
        keys.keySet().retainAll(List.of("pk", "sk"));
        return Map.of(
                "eventSource",
                "aws:dynamodb",
                "eventName",
                "INSERT",
                "dynamodb",
                Map.of(
                        "Keys",
                        attributes(keys),
                        "NewImage",
                        attributes(line),
                        "SequenceNumber",
                        "%025d".formatted(number)));
    }

    private static Map<String, Object> attributes(Map<String, AttributeValue> item) {
        Map<String, Object> written = new LinkedHashMap<>();
        item.forEach((name, value) -> written.put(name, attribute(value)));
        return written;
    }

    /** A line has texts, numbers and a map of numbers. */
    private static Map<String, Object> attribute(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case M -> Map.of("M", attributes(value.m()));
            default -> throw new IllegalArgumentException("No line has a " + value.type());
        };
    }
}
