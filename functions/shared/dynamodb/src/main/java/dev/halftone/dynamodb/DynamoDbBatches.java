package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.batch.Lane;
import dev.halftone.core.batch.SheetRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Batches in the Studio table; {@link BatchItem} and {@link SheetItem} say how they lie there.
 *
 * <pre>
 * pk BATCHES#&lt;user&gt;  sk BATCH#&lt;created at&gt;#&lt;id&gt;   that there is such a batch
 *                     sk LANE                        how many rows of each are being made
 * </pre>
 */
public final class DynamoDbBatches implements Batches {

    private static final String DUE_INDEX = "due";
    private static final String OF_USER = "BATCHES#";
    private static final String LANE = "LANE";
    private static final String RUNNING = "running"; // M, rows by the batch's id
    private static final String REVISION = "revision"; // N
    private static final Pattern CURSOR_FORM = Pattern.compile("BATCH#\\d{13}#bat_[0-9a-f]{32}");
    // Half a megabyte above the largest file, in items of 200 KB.
    private static final int ITEMS_MAX = 100;

    private final Tables tables;
    private final String table;

    public DynamoDbBatches(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public boolean store(Batch draft, List<SheetRow> rows) {
        // A day longer than it can be started, so that nobody starts what is about to go.
        Instant until = draft.origin().createdAt().plus(Batch.DRAFT_KEPT.multipliedBy(2));
        // Whether or not they are there: they are the same. The batch comes last.
        SheetItem.write(draft, rows, until).forEach(item -> tables.putNew(table, item));
        Map<String, AttributeValue> pointer = new HashMap<>(pointer(draft));
        pointer.put(Attributes.VERSION, Attributes.version());
        pointer.put(BatchItem.COUNTED_UNTIL, n(until.getEpochSecond()));
        return switch (tables.write(
                Actions.putNew(table, BatchItem.write(draft, until)),
                Actions.putNew(table, pointer))) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused _ -> false;
        };
    }

    @Override
    public void keep(Batch batch) {
        forGood(pointer(batch));
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :rows)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", s(BatchItem.PREFIX + batch.id()),
                                        ":rows", s(SheetItem.prefix(batch))))
                        .projectionExpression("pk, sk")
                        .consistentRead(true)
                        .build();
        for (int pages = 0; pages < ITEMS_MAX; pages++) {
            QueryResponse answer = tables.query(query);
            answer.items().forEach(this::forGood);
            if (!answer.hasLastEvaluatedKey()) {
                return;
            }
            query = query.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
        }
        throw new IllegalStateException("A batch has too many items");
    }

    private void forGood(Map<String, AttributeValue> key) {
        WriteOutcome outcome =
                tables.update(
                        Update.builder()
                                .tableName(table)
                                .key(Map.of(PK, key.get(PK), SK, key.get(SK)))
                                .updateExpression("REMOVE #until")
                                .conditionExpression("attribute_exists(pk)")
                                .expressionAttributeNames(Map.of("#until", BatchItem.COUNTED_UNTIL))
                                .build());
        if (outcome instanceof WriteOutcome.Refused) {
            throw new IllegalStateException("Rows of a batch are gone");
        }
    }

    @Override
    public Optional<Batch> find(BatchId id) {
        Map<String, AttributeValue> item = tables.get(table, BatchItem.key(id));
        return item.isEmpty() ? Optional.empty() : Optional.of(BatchItem.read(item));
    }

    @Override
    public List<SheetRow> rows(Batch batch, int first, int limit) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :rows AND :first")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", s(BatchItem.PREFIX + batch.id()),
                                        ":rows", s(SheetItem.prefix(batch)),
                                        ":first", s(SheetItem.sort(batch, first))))
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(1)
                        .build();
        return tables.query(query).items().stream()
                .flatMap(item -> SheetItem.read(item).stream())
                .filter(row -> row.number() >= first)
                .limit(limit)
                .toList();
    }

    @Override
    public Lane lane(UserId owner) {
        Map<String, AttributeValue> item =
                tables.get(table, Attributes.key(OF_USER + owner.value(), LANE));
        if (item.isEmpty()) {
            return Lane.empty(owner);
        }
        Attributes lane = Attributes.ofItem(item);
        Map<String, Integer> running =
                lane.attributes(RUNNING).map().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> Integer.parseInt(entry.getValue().n())));
        return new Lane(owner, running, lane.number(REVISION));
    }

    @Override
    public boolean move(Batch before, Batch after, Lane lane) {
        Lane next = lane.with(after);
        Update update = BatchItem.move(table, before, after);
        WriteOutcome outcome =
                next.equals(lane)
                        ? tables.update(update)
                        : tables.write(Actions.update(update), Actions.update(move(lane, next)));
        return switch (outcome) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused _ -> false;
        };
    }

    private Update move(Lane before, Lane after) {
        Map<String, AttributeValue> running =
                after.running().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> n(entry.getValue())));
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":v", Attributes.version());
        values.put(":running", AttributeValue.fromM(running));
        values.put(":revision", n(after.revision()));
        String condition = Tables.NOT_EXISTS;
        if (before.revision() > 0) {
            condition = "#revision = :seen";
            values.put(":seen", n(before.revision()));
        }
        return Update.builder()
                .tableName(table)
                .key(Attributes.key(OF_USER + before.owner().value(), LANE))
                .updateExpression("SET v = :v, #running = :running, #revision = :revision")
                .conditionExpression(condition)
                .expressionAttributeNames(Map.of("#running", RUNNING, "#revision", REVISION))
                .expressionAttributeValues(values)
                .build();
    }

    @Override
    public Page<Batch> list(UserId owner, int limit, @Nullable String cursor) {
        String pk = OF_USER + owner.value();
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :batch)")
                        .expressionAttributeValues(
                                Map.of(":pk", s(pk), ":batch", s(BatchItem.PREFIX)))
                        .consistentRead(true)
                        .scanIndexForward(false);
        if (cursor != null) {
            query.exclusiveStartKey(Attributes.key(pk, Cursor.read(cursor, CURSOR_FORM)));
        }
        Page<BatchId> page = tables.page(query, limit, SK, DynamoDbBatches::pointedAt);
        if (page.items().isEmpty()) {
            return new Page<>(List.of(), page.nextCursor());
        }
        Map<BatchId, Batch> found =
                tables.getAll(table, page.items().stream().map(BatchItem::key).toList()).stream()
                        .map(BatchItem::read)
                        .collect(Collectors.toMap(Batch::id, batch -> batch));
        return new Page<>(
                page.items().stream().filter(found::containsKey).map(found::get).toList(),
                page.nextCursor());
    }

    private static Map<String, AttributeValue> pointer(Batch batch) {
        return Attributes.key(
                OF_USER + batch.origin().owner().value(),
                "BATCH#%013d#%s".formatted(batch.origin().createdAt().toEpochMilli(), batch.id()));
    }

    private static BatchId pointedAt(Map<String, AttributeValue> item) {
        String sort = new Attributes(item).text(SK);
        return new BatchId(sort.substring(sort.lastIndexOf('#') + 1));
    }

    @Override
    public List<BatchId> due(int shard, Instant now, int limit) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(DUE_INDEX)
                        .keyConditionExpression("dueShard = :shard AND dueAt <= :now")
                        .expressionAttributeValues(
                                Map.of(
                                        ":shard", s(BatchItem.shard(shard)),
                                        ":now", n(now.toEpochMilli())))
                        .limit(limit)
                        .build();
        return tables.query(query).items().stream().map(BatchItem::id).toList();
    }
}
