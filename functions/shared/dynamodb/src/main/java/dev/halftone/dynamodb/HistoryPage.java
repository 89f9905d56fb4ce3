package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * One page of a history. A span of days is a condition of the key; everything else is looked for in
 * what was read, so that one rule decides for every store, and the reading has an end of its own.
 */
final class HistoryPage {

    private static final Pattern CURSOR_FORM = Pattern.compile("\\d{13}#gen_[0-9a-f]{32}");
    private static final int PAGE_ITEMS_MAX = 100;
    // The table ends an answer after a megabyte, however few were looked at until then.
    private static final int QUERIES_MAX = 8;
    private static final String FIRST = "0000000000000";
    private static final String LAST = "9999999999999~";

    private final Tables tables;
    private final String table;
    private final HistoryFilter filter;
    private final int limit;
    private final List<Generation> found = new ArrayList<>();
    private @Nullable String last;
    private int lookedAt;

    HistoryPage(Tables tables, String table, HistoryFilter filter, int limit) {
        if (limit < 1 || limit > PAGE_ITEMS_MAX) {
            throw new IllegalArgumentException("A page has 1 to " + PAGE_ITEMS_MAX + " items");
        }
        this.tables = tables;
        this.table = table;
        this.filter = filter;
        this.limit = limit;
    }

    Page<Generation> read(UserId owner, @Nullable String cursor) {
        String low = filter.from() == null ? FIRST : millis(filter.from());
        String high = filter.until() == null ? LAST : millis(filter.until());
        String after = cursor == null ? null : Cursor.read(cursor, CURSOR_FORM);
        // A start outside the span is refused by the table; it is a cursor of another span.
        if (low.compareTo(high) > 0 || (after != null && after.compareTo(low) < 0)) {
            return new Page<>(List.of(), null);
        }
        last = after == null || after.compareTo(high) > 0 ? null : after;
        for (int query = 1; query <= QUERIES_MAX; query++) {
            QueryResponse answer = tables.query(query(owner, low, high));
            for (Map<String, AttributeValue> item : answer.items()) {
                if (isFull(owner, item)) {
                    return page();
                }
            }
            if (!answer.hasLastEvaluatedKey()) {
                return new Page<>(found, null);
            }
        }
        return page();
    }

    private QueryRequest query(UserId owner, String low, String high) {
        // What is in a project lies together, so that a small one is read at once.
        ProjectId project = filter.project();
        boolean inProject = project != null;
        String partition = inProject ? GenerationItem.PROJECT : GenerationItem.OWNER;
        String value = project == null ? owner.value() : project.value();
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(inProject ? "project" : "history")
                        .keyConditionExpression(
                                partition + " = :of AND historyOrder BETWEEN :low AND :high")
                        .expressionAttributeValues(
                                Map.of(":of", s(value), ":low", s(low), ":high", s(high)))
                        .scanIndexForward(false)
                        .limit(batch());
        if (last != null) {
            query.exclusiveStartKey(GenerationItem.indexKey(partition, value, last));
        }
        return query.build();
    }

    /** One more than is wanted tells whether there is a next page. */
    private int batch() {
        int left = Generations.LOOKED_AT_MAX + 1 - lookedAt;
        return Math.min(left, filter.isSelective() ? PAGE_ITEMS_MAX : limit + 1 - found.size());
    }

    /** Takes an item in, unless nothing more may be. */
    private boolean isFull(UserId owner, Map<String, AttributeValue> item) {
        if (lookedAt == Generations.LOOKED_AT_MAX) {
            return true;
        }
        Generation generation = GenerationItem.read(item);
        if (generation.owner().equals(owner) && filter.admits(generation)) {
            if (found.size() == limit) {
                return true;
            }
            found.add(generation);
        }
        lookedAt++;
        last = GenerationItem.historyOrder(generation);
        return false;
    }

    private Page<Generation> page() {
        return new Page<>(found, last == null ? null : Cursor.write(last));
    }

    private static String millis(Instant instant) {
        return "%013d".formatted(Math.clamp(instant.toEpochMilli(), 0, 9_999_999_999_999L));
    }
}
