package dev.halftone.engines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * One index of a table, and what it holds of an item.
 *
 * @param tableKeys the table's own, which every entry has
 */
record IndexEntry(
        String name, List<String> keys, List<String> tableKeys, boolean all, List<String> more) {

    static List<IndexEntry> of(TableDescription table) {
        List<String> tableKeys = names(table.keySchema());
        return Stream.concat(
                        table.localSecondaryIndexes().stream()
                                .map(
                                        index ->
                                                entry(
                                                        index.indexName(),
                                                        index.keySchema(),
                                                        tableKeys,
                                                        index.projection())),
                        table.globalSecondaryIndexes().stream()
                                .map(
                                        index ->
                                                entry(
                                                        index.indexName(),
                                                        index.keySchema(),
                                                        tableKeys,
                                                        index.projection())))
                .toList();
    }

    private static IndexEntry entry(
            String name,
            List<KeySchemaElement> keys,
            List<String> tableKeys,
            Projection projection) {
        return new IndexEntry(
                name,
                names(keys),
                tableKeys,
                projection.projectionType() == ProjectionType.ALL,
                projection.nonKeyAttributes());
    }

    static List<String> names(List<KeySchemaElement> keys) {
        return keys.stream().map(KeySchemaElement::attributeName).toList();
    }

    /** Empty if the item has not all keys of the index. */
    Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        if (!item.keySet().containsAll(keys)) {
            return Map.of();
        }
        if (all) {
            return item;
        }
        List<String> kept = new ArrayList<>(keys);
        kept.addAll(tableKeys);
        kept.addAll(more);
        Map<String, AttributeValue> entry = new HashMap<>(item);
        entry.keySet().retainAll(kept);
        return entry;
    }

    boolean isSameKey(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
        return keys.stream()
                .allMatch(key -> one.getOrDefault(key, NONE).equals(other.getOrDefault(key, NONE)));
    }

    private static final AttributeValue NONE = AttributeValue.fromNul(true);
}
