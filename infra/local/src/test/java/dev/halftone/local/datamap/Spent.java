package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Ceilings;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The counters of what is spent at providers, as if much had been. */
final class Spent {
    private static final String STUDIO = "halftone-StudioTable";
    private static final String ALL = "SPENT#ALL#";
    private static final AttributeValue MUCH = AttributeValue.fromN("1000000000000");

    private final DynamoDbClient client;

    Spent(DynamoDbClient client) {
        this.client = client;
    }

    /** For all that is known, its credits were given away. */
    void makeWorthless(String generation) {
        client.updateItem(
                update ->
                        update.tableName(STUDIO)
                                .key(key("GENERATION#" + generation, "GENERATION"))
                                .updateExpression("SET worth = :nothing")
                                .expressionAttributeValues(
                                        Map.of(":nothing", AttributeValue.fromN("0"))));
    }

    void fillUpOfAll() {
        for (int shard = 0; shard < Ceilings.SHARDS; shard++) {
            fillUp(ALL + shard);
        }
    }

    /** The only one that somebody has spent from. */
    void fillUpOfThePerson() {
        people().forEach(this::fillUp);
    }

    /** As if that one had been made as much as any plan has room for. */
    void useUpThePlan() {
        people().forEach(counter -> set(counter, "made", MUCH));
    }

    private List<String> people() {
        List<String> people =
                client
                        .scan(
                                scan ->
                                        scan.tableName(STUDIO)
                                                .filterExpression("begins_with(pk, :spent)")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":spent",
                                                                AttributeValue.fromS("SPENT#usr"))))
                        .items()
                        .stream()
                        .map(item -> item.getOrDefault("pk", MUCH).s())
                        .toList();
        assertThat(people).isNotEmpty();
        return people;
    }

    private void fillUp(String counter) {
        set(counter, "month", MUCH);
    }

    private void set(String counter, String attribute, AttributeValue value) {
        client.updateItem(
                update ->
                        update.tableName(STUDIO)
                                .key(key(counter, "SPENT#" + month()))
                                .updateExpression("SET #attribute = :value, v = :version")
                                .expressionAttributeNames(Map.of("#attribute", attribute))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":value",
                                                value,
                                                ":version",
                                                AttributeValue.fromN("1"))));
    }

    private static YearMonth month() {
        return YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC));
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }
}
