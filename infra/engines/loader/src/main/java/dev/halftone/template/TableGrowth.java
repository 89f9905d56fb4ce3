package dev.halftone.template;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Gives a table from an earlier start the indexes and the stream that its template gained. */
final class TableGrowth {
    private static final int LOOKS_MAX = 600;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private TableGrowth() {}

    static void grow(DynamoDbClient client, CreateTableRequest wanted) {
        TableDescription present =
                client.describeTable(describe -> describe.tableName(wanted.tableName())).table();
        requireLocalIndexes(wanted, present);
        List<String> indexes =
                present.globalSecondaryIndexes().stream()
                        .map(GlobalSecondaryIndexDescription::indexName)
                        .toList();
        // One after another: a table builds one index at a time.
        wanted.globalSecondaryIndexes().stream()
                .filter(index -> !indexes.contains(index.indexName()))
                .forEach(index -> add(client, wanted, index));
        if (wanted.streamSpecification() != null && present.latestStreamArn() == null) {
            client.updateTable(
                    update ->
                            update.tableName(wanted.tableName())
                                    .streamSpecification(wanted.streamSpecification()));
        }
    }

    private static void requireLocalIndexes(CreateTableRequest wanted, TableDescription present) {
        Stream<String> indexes =
                present.localSecondaryIndexes().stream()
                        .map(LocalSecondaryIndexDescription::indexName);
        if (!indexes.toList()
                .containsAll(
                        wanted.localSecondaryIndexes().stream()
                                .map(LocalSecondaryIndex::indexName)
                                .toList())) {
            throw new IllegalArgumentException(
                    wanted.tableName() + " is older than its local index: start with -Dfresh");
        }
    }

    private static void add(
            DynamoDbClient client, CreateTableRequest wanted, GlobalSecondaryIndex index) {
        GlobalSecondaryIndexUpdate change =
                GlobalSecondaryIndexUpdate.builder()
                        .create(
                                create ->
                                        create.indexName(index.indexName())
                                                .keySchema(index.keySchema())
                                                .projection(index.projection()))
                        .build();
        client.updateTable(
                update ->
                        update.tableName(wanted.tableName())
                                .attributeDefinitions(wanted.attributeDefinitions())
                                .globalSecondaryIndexUpdates(change));
        awaitIndexes(client, wanted.tableName());
    }

    private static void awaitIndexes(DynamoDbClient client, String table) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (client
                    .describeTable(describe -> describe.tableName(table))
                    .table()
                    .globalSecondaryIndexes()
                    .stream()
                    .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE)) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new IllegalStateException("An index of " + table + " was not built in time");
    }
}
