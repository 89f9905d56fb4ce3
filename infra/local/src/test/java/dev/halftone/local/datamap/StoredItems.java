package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Every item in every form that it ever had: the engine's own change streams tell what was stored,
 * whoever wrote it and however soon it went.
 */
final class StoredItems {
    private static final String LOCAL_PREFIX = "halftone-";
    private static final int PAGES_MAX = 10_000;

    private final DynamoDbClient tables;
    private final DynamoDbStreamsClient streams;
    private final Map<String, String> seenUpTo = new HashMap<>();

    StoredItems(DynamoDbClient tables, DynamoDbStreamsClient streams) {
        this.tables = tables;
        this.streams = streams;
    }

    /** From now on nothing is stored unseen. */
    void watch() {
        for (String table : tables.listTables().tableNames()) {
            if (streams(table)) {
                continue;
            }
            tables.updateTable(
                    update ->
                            update.tableName(table)
                                    .streamSpecification(
                                            stream ->
                                                    stream.streamEnabled(true)
                                                            .streamViewType(
                                                                    StreamViewType.NEW_IMAGE)));
        }
    }

    /** Some of them tell a function, too. */
    private boolean streams(String table) {
        return tables.describeTable(describe -> describe.tableName(table)).table().latestStreamArn()
                != null;
    }

    /** Tells what was stored since the last time. */
    void report(Observation observation) {
        for (String table : tables.listTables().tableNames()) {
            String arn =
                    tables.describeTable(describe -> describe.tableName(table))
                            .table()
                            .latestStreamArn();
            for (Shard shard :
                    streams.describeStream(describe -> describe.streamArn(arn))
                            .streamDescription()
                            .shards()) {
                read(table, arn, shard, observation);
            }
        }
    }

    private void read(String table, String arn, Shard shard, Observation observation) {
        String before = seenUpTo.get(shard.shardId());
        String iterator =
                streams.getShardIterator(
                                get -> {
                                    get.streamArn(arn).shardId(shard.shardId());
                                    if (before == null) {
                                        get.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
                                    } else {
                                        get.shardIteratorType(
                                                        ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                                .sequenceNumber(before);
                                    }
                                })
                        .shardIterator();
        for (int page = 0; iterator != null && page < PAGES_MAX; page++) {
            String here = iterator;
            GetRecordsResponse records = streams.getRecords(get -> get.shardIterator(here));
            if (records.records().isEmpty()) {
                return;
            }
            for (Record record : records.records()) {
                item(table, record.dynamodb().newImage(), observation);
            }
            seenUpTo.put(shard.shardId(), records.records().getLast().dynamodb().sequenceNumber());
            iterator = records.nextShardIterator();
        }
    }

    /** What one item holds. A removed item holds nothing. */
    static void item(String table, Map<String, AttributeValue> item, Observation observation) {
        if (item.isEmpty()) {
            return;
        }
        String name =
                table.startsWith(LOCAL_PREFIX) ? table.substring(LOCAL_PREFIX.length()) : table;
        String type = Objects.requireNonNull(item.get("sk")).s().split("#", 2)[0];
        item.forEach((attribute, value) -> walk(name, type, attribute, value, observation));
    }

    private static void walk(
            String table, String type, String path, AttributeValue value, Observation observation) {
        switch (value.type()) {
            case M ->
                    value.m()
                            .forEach(
                                    (key, inner) ->
                                            walk(
                                                    table,
                                                    type,
                                                    path + "." + key,
                                                    inner,
                                                    observation));
            case L ->
                    value.l().forEach(inner -> walk(table, type, path + "[]", inner, observation));
            // An empty map, which holds nothing, leaves the stream without a type.
            case UNKNOWN_TO_SDK_VERSION -> {}
            default -> observation.see(new Place.Attribute(table, type, path), text(value));
        }
    }

    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case B -> value.b().asString(StandardCharsets.ISO_8859_1);
            default -> value.toString();
        };
    }
}
