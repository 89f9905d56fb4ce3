package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.SheetRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Some rows of a batch that follow each other: as many as leave an item well below the 400 KB that
 * a table takes. The file's hash stands in the key, so that two uploads never mix.
 *
 * <pre>
 * pk BATCH#&lt;id&gt;  sk ROWS#&lt;hash&gt;#&lt;first row&gt;
 * </pre>
 */
final class SheetItem {

    private static final int BYTES_MAX = 200_000;
    // What the table counts beside the text, a little more than it is.
    private static final int ROW_OVERHEAD = 60;
    private static final int CELL_OVERHEAD = 4;
    private static final int HASH_CHARACTERS = 12;
    private static final String ROWS = "rows"; // L of M
    private static final String NUMBER = "row"; // N
    private static final String LINE = "line"; // N
    private static final String CELLS = "cells"; // L of S, none if the row is malformed

    private SheetItem() {}

    static String prefix(Batch batch) {
        return "ROWS#%s#".formatted(batch.sheet().sha256().substring(0, HASH_CHARACTERS));
    }

    static String sort(Batch batch, int first) {
        return prefix(batch) + "%05d".formatted(first);
    }

    static List<Map<String, AttributeValue>> write(
            Batch batch, List<SheetRow> rows, Instant until) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        List<SheetRow> together = new ArrayList<>();
        int bytes = 0;
        for (SheetRow row : rows) {
            int more = bytes(row);
            if (!together.isEmpty() && bytes + more > BYTES_MAX) {
                items.add(item(batch, together, until));
                together = new ArrayList<>();
                bytes = 0;
            }
            together.add(row);
            bytes += more;
        }
        items.add(item(batch, together, until));
        return items;
    }

    private static int bytes(SheetRow row) {
        return ROW_OVERHEAD
                + row.cells().stream()
                        .mapToInt(
                                cell ->
                                        cell.getBytes(StandardCharsets.UTF_8).length
                                                + CELL_OVERHEAD)
                        .sum();
    }

    private static Map<String, AttributeValue> item(
            Batch batch, List<SheetRow> rows, Instant until) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        Attributes.key(
                                BatchItem.PREFIX + batch.id(),
                                sort(batch, rows.getFirst().number())));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(BatchItem.COUNTED_UNTIL, n(until.getEpochSecond()));
        item.put(ROWS, AttributeValue.fromL(rows.stream().map(SheetItem::row).toList()));
        return item;
    }

    private static AttributeValue row(SheetRow row) {
        return AttributeValue.fromM(
                Map.of(
                        NUMBER, n(row.number()),
                        LINE, n(row.line()),
                        CELLS,
                                AttributeValue.fromL(
                                        row.cells().stream().map(Attributes::s).toList())));
    }

    static List<SheetRow> read(Map<String, AttributeValue> item) {
        return Attributes.ofItem(item).list(ROWS).stream()
                .map(
                        row ->
                                new SheetRow(
                                        Math.toIntExact(row.number(NUMBER)),
                                        row.number(LINE),
                                        row.ordered(CELLS)))
                .toList();
    }
}
