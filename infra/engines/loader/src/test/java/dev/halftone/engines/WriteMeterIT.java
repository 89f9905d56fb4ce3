package dev.halftone.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.template.Stack;
import dev.halftone.template.StackTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The meter against a second opinion: what the engine itself counts. */
class WriteMeterIT {
    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));
    private static DynamoDbEngine engine;
    private static DynamoDbClient reader;
    private static WriteMeter meter;
    private static DynamoDbClient client;
    private static String table;

    @BeforeAll
    static void start() {
        engine = DynamoDbEngine.start(null, 0);
        reader = Clients.of(engine);
        table =
                StackTables.create(Stack.inRepository("infra/data.yaml"), reader)
                        .getOrDefault("LedgerTable", "");
        meter = new WriteMeter(reader);
        client = Clients.of(engine, meter);
    }

    @AfterAll
    static void close() {
        client.close();
        reader.close();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 900, 1011, 1012, 1013, 1014, 2035, 2036, 2037, 2038, 9000})
    void agreesWithTheEngineAtTheEdgesOfAKilobyte(int characters) {
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        item.put("filling", AttributeValue.fromS("x".repeat(characters)));

        assertAgreed(put(item));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-7",
                "42",
                "1234567890123",
                "-100",
                "1700000000000",
                "0.001",
                "-12.5"
            })
    void agreesWithTheEngineAboutTheSizeOfNumbers(String number) {
        for (int characters = 1008; characters < 1020; characters++) {
            Map<String, AttributeValue> item = new HashMap<>(KEY);
            item.put("n", AttributeValue.fromN(number));
            item.put("f", AttributeValue.fromS("x".repeat(characters)));

            assertAgreed(put(item));
        }
    }

    @Test
    void agreesWithTheEngineAboutMapsAndLists() {
        AttributeValue map =
                AttributeValue.fromM(
                        Map.of(
                                "r", AttributeValue.fromN("12"),
                                "l", AttributeValue.fromL(List.of(AttributeValue.fromS("yz")))));
        for (int characters = 990; characters < 1010; characters++) {
            Map<String, AttributeValue> item = new HashMap<>(KEY);
            item.put("m", map);
            item.put("f", AttributeValue.fromS("x".repeat(characters)));

            assertAgreed(put(item));
        }
    }

    @Test
    void agreesWithTheEngineAboutIndexes() {
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        item.put("statementOrder", AttributeValue.fromS("1"));
        item.put("expiryShard", AttributeValue.fromS("1"));
        item.put("expiresAt", AttributeValue.fromN("1"));
        assertAgreed(put(item));

        assertAgreed(update("SET statementOrder = :v", "2"));
        assertAgreed(update("SET another = :v", "2"));
        assertAgreed(update("SET another = :v REMOVE expiryShard", "3"));
    }

    // One write that is no transaction counts each item once, its condition being met or not.
    @Test
    void agreesWithTheEngineAboutASingleWrite() {
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        item.put("sk", AttributeValue.fromS("single"));
        item.put("filling", AttributeValue.fromS("x".repeat(1_500)));
        ConsumedCapacity put =
                client.putItem(
                                write ->
                                        write.tableName(table)
                                                .item(item)
                                                .returnConsumedCapacity(
                                                        ReturnConsumedCapacity.INDEXES))
                        .consumedCapacity();
        assertThat(units(meter.take(), table)).isEqualTo(put.table().capacityUnits()).isEqualTo(2);

        ConsumedCapacity update =
                client.updateItem(updating(item, "attribute_exists(pk)")).consumedCapacity();
        assertThat(units(meter.take(), table))
                .isEqualTo(update.table().capacityUnits())
                .isEqualTo(2);
    }

    @Test
    void countsAWriteWhoseConditionFailed() {
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        item.put("sk", AttributeValue.fromS("failed"));

        assertThatThrownBy(() -> client.updateItem(updating(item, "attribute_exists(pk)")))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(meter.take()).map(WriteMeter.Written::units).containsExactly(1);
    }

    private static UpdateItemRequest updating(Map<String, AttributeValue> item, String condition) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("pk", item.get("pk"), "sk", item.get("sk")))
                .updateExpression("SET another = :v")
                .conditionExpression(condition)
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS("2")))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build();
    }

    private static TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item).build())
                .build();
    }

    private static TransactWriteItem update(String expression, String value) {
        return TransactWriteItem.builder()
                .update(
                        Update.builder()
                                .tableName(table)
                                .key(KEY)
                                .updateExpression(expression)
                                .expressionAttributeValues(
                                        Map.of(":v", AttributeValue.fromS(value)))
                                .build())
                .build();
    }

    /** The engine doubles the writes of indexes too, which AWS does not: see {@link WriteMeter}. */
    private static void assertAgreed(TransactWriteItem action) {
        ConsumedCapacity counted =
                client.transactWriteItems(
                                write ->
                                        write.transactItems(action)
                                                .returnConsumedCapacity(
                                                        ReturnConsumedCapacity.INDEXES))
                        .consumedCapacity()
                        .getFirst();
        List<WriteMeter.Written> written = meter.take();
        assertThat(units(written, table))
                .as("%s", written)
                .isEqualTo(counted.table().capacityUnits());
        assertThat(units(written, table + "/statement"))
                .isEqualTo(half(counted.localSecondaryIndexes(), "statement"));
        assertThat(units(written, table + "/expiry"))
                .isEqualTo(half(counted.globalSecondaryIndexes(), "expiry"));
    }

    private static double units(List<WriteMeter.Written> written, String place) {
        return WriteMeter.units(
                written.stream().filter(each -> each.place().equals(place)).toList());
    }

    private static double half(Map<String, Capacity> counted, String index) {
        return counted.containsKey(index) ? counted.get(index).capacityUnits() / 2 : 0;
    }
}
