package dev.halftone.core.privacy;

import java.util.Map;

/**
 * One item as it lies in a table.
 *
 * @param table what the template calls the table
 * @param item what the item's sort key begins with
 * @param values by attribute, of one in a map by the way to it with dots; texts, numbers, booleans,
 *     and lists of texts
 */
public record StoredRecord(String table, String item, Map<String, Object> values) {

    public StoredRecord {
        values = Map.copyOf(values);
    }
}
