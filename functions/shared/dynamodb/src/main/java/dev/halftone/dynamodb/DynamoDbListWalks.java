package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.payment.ListWalk;
import dev.halftone.core.payment.ListWalks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Walks in the Ledger table, beside the payments that they lead to.
 *
 * <pre>
 * pk WALK  sk WALK#&lt;processor&gt;
 * </pre>
 */
public final class DynamoDbListWalks implements ListWalks {

    private static final String WALK = "WALK";
    private static final String FROM = "walkFrom"; // S, instant
    private static final String BEGUN_AT = "begunAt"; // S, instant
    private static final String CURSOR = "cursor"; // S, only while a walk is on its way

    private final Tables tables;
    private final String table;

    public DynamoDbListWalks(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public Optional<ListWalk> of(String processor) {
        Map<String, AttributeValue> stored = tables.get(table, key(processor));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Attributes item = Attributes.ofItem(stored);
        return Optional.of(
                new ListWalk(
                        processor,
                        item.instant(FROM),
                        item.instant(BEGUN_AT),
                        item.optionalText(CURSOR).orElse(null)));
    }

    @Override
    public void put(ListWalk walk) {
        Map<String, AttributeValue> item = new HashMap<>(key(walk.processor()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(FROM, s(walk.from()));
        item.put(BEGUN_AT, s(walk.begunAt()));
        if (walk.cursor() != null) {
            item.put(CURSOR, s(walk.cursor()));
        }
        tables.put(table, item);
    }

    private static Map<String, AttributeValue> key(String processor) {
        return Attributes.key(WALK, WALK + "#" + processor);
    }
}
