package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.StoredResults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How much is kept for one person, assets and results, in the Studio table beside the assets. It
 * changes only in one transaction with the asset or the generation that it counts.
 *
 * <pre>
 * pk ASSETS#&lt;user&gt;  sk STORED
 * </pre>
 */
final class StorageItem {

    private static final String SORT = "STORED";
    private static final String BYTES = "bytes"; // N
    private static final String NUMBER = "number"; // N

    private StorageItem() {}

    static Map<String, AttributeValue> key(UserId owner) {
        return Attributes.key(AssetItem.partition(owner), SORT);
    }

    static StorageUse read(Map<String, AttributeValue> stored) {
        if (stored.isEmpty()) {
            return StorageUse.NOTHING;
        }
        Attributes item = Attributes.ofItem(stored);
        return new StorageUse(item.number(BYTES), Math.toIntExact(item.number(NUMBER)));
    }

    /** Counts something new, if it fits. */
    static TransactWriteItem count(
            String table, UserId owner, StorageUse added, StorageQuota quota) {
        Map<String, AttributeValue> values = new HashMap<>(values(added));
        values.put(":bytesBefore", n(quota.bytes() - added.bytes()));
        values.put(":numberBefore", n(quota.number() - added.number()));
        boolean fitsAlone = added.bytes() <= quota.bytes() && added.number() <= quota.number();
        return Actions.update(
                change(table, owner)
                        .conditionExpression(
                                (fitsAlone ? "attribute_not_exists(#bytes) OR " : "")
                                        + "(#bytes <= :bytesBefore AND #number <= :numberBefore)")
                        .expressionAttributeValues(values)
                        .build());
    }

    /** Counts a change of what was let in before. */
    static TransactWriteItem recount(String table, UserId owner, StorageUse difference) {
        return Actions.update(
                change(table, owner).expressionAttributeValues(values(difference)).build());
    }

    /** Counts what a step of a generation adds or gives back; empty for most. */
    static List<TransactWriteItem> recount(String table, Generation before, Generation after) {
        StorageUse difference = StoredResults.difference(before, after);
        return difference.equals(StorageUse.NOTHING)
                ? List.of()
                : List.of(recount(table, after.owner(), difference));
    }

    private static Update.Builder change(String table, UserId owner) {
        return Update.builder()
                .tableName(table)
                .key(key(owner))
                .updateExpression("SET #version = :version ADD #bytes :bytes, #number :number")
                .expressionAttributeNames(
                        Map.of("#bytes", BYTES, "#number", NUMBER, "#version", VERSION));
    }

    private static Map<String, AttributeValue> values(StorageUse change) {
        return Map.of(
                ":bytes", n(change.bytes()),
                ":number", n(change.number()),
                ":version", Attributes.version());
    }
}
