package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.generation.Endings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Counts in the Studio table; {@link EndedItem} says how they lie there. */
public final class DynamoDbEndings implements Endings {

    // An answer has a megabyte: a month of some forty models that are in use at every hour.
    private static final int QUERIES_MAX = 8;

    private final Tables tables;
    private final String table;

    public DynamoDbEndings(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public List<Count> since(LocalDate day) {
        List<Count> counts = new ArrayList<>();
        Map<String, AttributeValue> start = Map.of();
        for (int query = 0; query < QUERIES_MAX; query++) {
            QueryResponse answer = tables.query(query(day, start));
            answer.items().forEach(item -> counts.addAll(EndedItem.read(item)));
            if (!answer.hasLastEvaluatedKey()) {
                return counts;
            }
            start = answer.lastEvaluatedKey();
        }
        return counts;
    }

    private QueryRequest query(LocalDate day, Map<String, AttributeValue> start) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :ended AND sk >= :day")
                .expressionAttributeValues(
                        Map.of(
                                ":ended", s(EndedItem.PARTITION),
                                ":day", s(EndedItem.from(day))))
                .exclusiveStartKey(start.isEmpty() ? null : start)
                .build();
    }
}
