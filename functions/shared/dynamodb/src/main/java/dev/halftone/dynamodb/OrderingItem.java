package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.payment.Ordered;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * How fast an account orders, in the Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk ORDERING
 * </pre>
 */
final class OrderingItem {

    private static final String SORT = "ORDERING";
    private static final String HOUR = "hour"; // S, instant
    private static final String PLACED = "placed"; // N, in that hour
    private static final String DAY = "day"; // S, instant
    private static final String FAILED = "failed"; // N, on that day
    private static final String REVISION = "revision"; // N, how often it was written

    private OrderingItem() {}

    static Map<String, AttributeValue> key(AccountId account) {
        return Attributes.key(AccountItem.pk(account), SORT);
    }

    static Ordered read(Map<String, AttributeValue> stored) {
        if (stored.isEmpty()) {
            return Ordered.NOTHING;
        }
        Attributes item = Attributes.ofItem(stored);
        return new Ordered(
                item.instant(HOUR),
                Math.toIntExact(item.number(PLACED)),
                item.instant(DAY),
                Math.toIntExact(item.number(FAILED)));
    }

    /** Writes the next over what was seen. */
    static TransactWriteItem put(
            String table, AccountId account, Ordered next, Map<String, AttributeValue> seen) {
        long revision = seen.isEmpty() ? 0 : Attributes.ofItem(seen).number(REVISION);
        Map<String, AttributeValue> item = new HashMap<>(key(account));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(HOUR, s(next.hour()));
        item.put(PLACED, n(next.placed()));
        item.put(DAY, s(next.day()));
        item.put(FAILED, n(next.failed()));
        item.put(REVISION, n(revision + 1));
        return Actions.putSeen(table, item, REVISION, revision);
    }
}
