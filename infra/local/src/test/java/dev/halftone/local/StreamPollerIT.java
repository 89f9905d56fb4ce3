package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.engines.DynamoDbEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A function hears of every change it asked for, in order, until it has taken it. */
class StreamPollerIT {
    private static DynamoDbEngine engine;
    private static DynamoDbClient tables;
    private static DynamoDbStreamsClient streams;

    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        engine = DynamoDbEngine.start(null, 0);
        tables = LocalClients.dynamoDb(engine.endpoint());
        streams = LocalClients.streams(engine.endpoint());
    }

    @AfterAll
    static void stop() {
        streams.close();
        tables.close();
        engine.close();
    }

    @Test
    void handsOverWhatTheFilterLetsThroughAsTheCloudDoes() throws InterruptedException {
        table("filtered");
        put("filtered", "LINE#1");
        put("filtered", "OTHER#1");
        put("filtered", "LINE#2");
        LinkedBlockingQueue<JsonNode> records = new LinkedBlockingQueue<>();
        HostedFunction function =
                Functions.of(
                        (event, _) -> {
                            records(event).forEach(records::add);
                            return "";
                        });

        try (StreamPoller _ = poll("filtered", 10, function)) {
            JsonNode first = records.poll(30, TimeUnit.SECONDS);
            assertThat(first.at("/dynamodb/Keys/sk/S").stringValue()).isEqualTo("LINE#1");
            assertThat(first.at("/dynamodb/NewImage/amount/N").stringValue()).isEqualTo("7");
            assertThat(first.at("/dynamodb/NewImage/parts/L/0/M/ok/BOOL").booleanValue()).isTrue();
            // The engine itself leaves an empty map out.
            assertThat(first.at("/dynamodb/NewImage/none/M").isObject()).isTrue();
            assertThat(first.path("eventName").stringValue()).isEqualTo("INSERT");
            assertThat(first.path("eventSource").stringValue()).isEqualTo("aws:dynamodb");
            assertThat(first.at("/dynamodb/SequenceNumber").stringValue()).matches("\\d+");
            assertThat(records.poll(30, TimeUnit.SECONDS).at("/dynamodb/Keys/sk/S").stringValue())
                    .isEqualTo("LINE#2");
        }
    }

    @Test
    void goesOnFromTheRecordThatFailed() throws InterruptedException {
        table("partial");
        put("partial", "LINE#1");
        put("partial", "LINE#2");
        put("partial", "LINE#3");
        List<String> failures = new ArrayList<>();
        HostedFunction function =
                Functions.of(
                        (event, _) -> {
                            List<JsonNode> batch = records(event);
                            for (JsonNode record : batch) {
                                seen.add(record.at("/dynamodb/Keys/sk/S").stringValue());
                                if (key(record).equals("LINE#2") && failures.isEmpty()) {
                                    failures.add(number(record));
                                    return "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
                                            .formatted(number(record));
                                }
                            }
                            return "{\"batchItemFailures\":[]}";
                        });

        try (StreamPoller _ = poll("partial", 10, function)) {
            assertThat(List.of(next(), next(), next(), next()))
                    .containsExactly("LINE#1", "LINE#2", "LINE#2", "LINE#3");
        }
    }

    @Test
    void givesAChangeUpAfterAsManyTriesAsDeclared() throws InterruptedException {
        table("refused");
        put("refused", "LINE#1");
        put("refused", "LINE#2");
        HostedFunction function =
                Functions.of(
                        (event, _) -> {
                            String key = key(records(event).getFirst());
                            seen.add(key);
                            if (key.equals("LINE#1")) {
                                throw new IllegalStateException("planned");
                            }
                            return "";
                        });

        try (StreamPoller _ = poll("refused", 2, function)) {
            assertThat(List.of(next(), next(), next()))
                    .containsExactly("LINE#1", "LINE#1", "LINE#2");
        }
    }

    @Test
    void refusesATableWithoutAStream() {
        tables.createTable(
                create ->
                        create.tableName("still")
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .keySchema(key("pk", KeyType.HASH))
                                .attributeDefinitions(text("pk")));

        assertThatThrownBy(() -> poll("still", 1, Functions.answering("")))
                .hasMessage("still has no stream");
    }

    private static StreamPoller poll(String table, int triesMax, HostedFunction function) {
        EventPattern lines =
                EventPattern.of(
                        Map.of(
                                "Filters",
                                List.of(
                                        Map.of(
                                                "Pattern",
                                                "{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"LINE#\"}]}}}}"))),
                        "a test");
        return StreamPoller.start(
                new Trigger.Stream(
                        "arn:aws:dynamodb:us-east-1:000000000000:table/" + table + "/stream/latest",
                        10,
                        true,
                        triesMax,
                        lines),
                function,
                tables,
                streams,
                Functions.silent());
    }

    private static void table(String name) {
        tables.createTable(
                create ->
                        create.tableName(name)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                                .attributeDefinitions(text("pk"), text("sk"))
                                .streamSpecification(
                                        stream ->
                                                stream.streamEnabled(true)
                                                        .streamViewType(StreamViewType.NEW_IMAGE)));
    }

    private static void put(String table, String key) {
        AttributeValue part = AttributeValue.fromM(Map.of("ok", AttributeValue.fromBool(true)));
        tables.putItem(
                put ->
                        put.tableName(table)
                                .item(
                                        Map.of(
                                                "pk",
                                                AttributeValue.fromS("A"),
                                                "sk",
                                                AttributeValue.fromS(key),
                                                "amount",
                                                AttributeValue.fromN("7"),
                                                "none",
                                                AttributeValue.fromM(Map.of()),
                                                "parts",
                                                AttributeValue.fromL(List.of(part)))));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<JsonNode> records(String event) {
        return JsonMapper.shared().readTree(event).path("Records").valueStream().toList();
    }

    private static String key(JsonNode record) {
        return record.at("/dynamodb/Keys/sk/S").stringValue();
    }

    private static String number(JsonNode record) {
        return record.at("/dynamodb/SequenceNumber").stringValue();
    }

    private @Nullable String next() throws InterruptedException {
        return seen.poll(30, TimeUnit.SECONDS);
    }
}
