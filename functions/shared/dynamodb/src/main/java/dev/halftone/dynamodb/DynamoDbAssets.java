package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.AddOutcome;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Assets in the Studio table; {@link AssetItem} says how they lie there. */
public final class DynamoDbAssets implements Assets {

    private static final String HISTORY_INDEX = "history";
    private static final Pattern CURSOR_FORM = Pattern.compile("\\d{13}#ast_[0-9a-f]{32}");
    // One answer reads a megabyte, some two thousand assets.
    private static final int OVERDUE_PAGES_MAX = 10;
    private static final int ASSET_POSITION = 0;

    private final Tables tables;
    private final String table;

    public DynamoDbAssets(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public AddOutcome add(Asset asset, StorageQuota quota) {
        WriteOutcome outcome =
                tables.write(
                        Actions.putNew(table, AssetItem.write(asset)),
                        StorageItem.count(table, asset.owner(), asset.counted(), quota));
        return switch (outcome) {
            case WriteOutcome.Written _ -> new AddOutcome.Added(asset);
            case WriteOutcome.Refused refused ->
                    refused.at(ASSET_POSITION)
                            .<AddOutcome>map(item -> new AddOutcome.Known(AssetItem.read(item)))
                            .orElseGet(AddOutcome.OverQuota::new);
        };
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        Map<String, AttributeValue> item = tables.get(table, AssetItem.key(id));
        return item.isEmpty() ? Optional.empty() : Optional.of(AssetItem.read(item));
    }

    @Override
    public List<Asset> owned(UserId owner, List<AssetId> ids) {
        if (ids.size() > OWNED_MAX) {
            throw new IllegalArgumentException("At most " + OWNED_MAX + " assets at once");
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<AssetId, Asset> found = new HashMap<>();
        tables.getAll(table, ids.stream().distinct().map(AssetItem::key).toList()).stream()
                .map(AssetItem::read)
                .filter(asset -> asset.owner().equals(owner))
                .forEach(asset -> found.put(asset.id(), asset));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public Page<Asset> list(UserId owner, int limit, @Nullable String cursor) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(HISTORY_INDEX)
                        .keyConditionExpression("ownerId = :owner")
                        .expressionAttributeValues(Map.of(":owner", s(AssetItem.partition(owner))))
                        .scanIndexForward(false);
        if (cursor != null) {
            query.exclusiveStartKey(AssetItem.listKey(owner, Cursor.read(cursor, CURSOR_FORM)));
        }
        return tables.page(query, limit, AssetItem.HISTORY_ORDER, AssetItem::read);
    }

    @Override
    public StorageUse use(UserId owner) {
        return StorageItem.read(tables.get(table, StorageItem.key(owner)));
    }

    @Override
    public boolean move(Asset before, Asset after) {
        Put put =
                Put.builder()
                        .tableName(table)
                        .item(AssetItem.write(after))
                        .conditionExpression("#state = :seen")
                        .expressionAttributeNames(Map.of("#state", AssetItem.STATE))
                        .expressionAttributeValues(Map.of(":seen", s(before.state().label())))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        TransactWriteItem change = TransactWriteItem.builder().put(put).build();
        StorageUse difference = after.counted().minus(before.counted());
        return switch (write(change, before, difference)) {
            case WriteOutcome.Written _ -> true;
            // A repetition of this very move finds its own effect.
            case WriteOutcome.Refused refused ->
                    refused.at(ASSET_POSITION)
                            .filter(item -> !item.isEmpty())
                            .map(AssetItem::read)
                            .filter(after::equals)
                            .isPresent();
        };
    }

    @Override
    public boolean remove(Asset asset) {
        Delete delete =
                Delete.builder()
                        .tableName(table)
                        .key(AssetItem.key(asset.id()))
                        .conditionExpression("#state = :seen")
                        .expressionAttributeNames(Map.of("#state", AssetItem.STATE))
                        .expressionAttributeValues(Map.of(":seen", s(asset.state().label())))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        TransactWriteItem change = TransactWriteItem.builder().delete(delete).build();
        StorageUse difference = StorageUse.NOTHING.minus(asset.counted());
        return switch (write(change, asset, difference)) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused refused ->
                    refused.at(ASSET_POSITION).filter(item -> !item.isEmpty()).isEmpty();
        };
    }

    private WriteOutcome write(TransactWriteItem change, Asset before, StorageUse difference) {
        return difference.equals(StorageUse.NOTHING)
                ? tables.write(change)
                : tables.write(change, StorageItem.recount(table, before.owner(), difference));
    }

    @Override
    public List<Asset> overdue(UserId owner, Instant now, int limit) {
        List<Asset> overdue = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        for (int page = 0; page < OVERDUE_PAGES_MAX; page++) {
            QueryRequest.Builder query =
                    QueryRequest.builder()
                            .tableName(table)
                            .indexName(HISTORY_INDEX)
                            .keyConditionExpression("ownerId = :owner")
                            .filterExpression("#until <= :now")
                            .expressionAttributeNames(Map.of("#until", AssetItem.UNTIL))
                            .expressionAttributeValues(
                                    Map.of(
                                            ":owner", s(AssetItem.partition(owner)),
                                            ":now", n(now.toEpochMilli())));
            if (!from.isEmpty()) {
                query.exclusiveStartKey(from);
            }
            QueryResponse answer = tables.query(query.build());
            answer.items().stream().map(AssetItem::read).forEach(overdue::add);
            from = answer.lastEvaluatedKey();
            if (overdue.size() >= limit || from.isEmpty()) {
                break;
            }
        }
        return overdue.stream().limit(limit).toList();
    }
}
