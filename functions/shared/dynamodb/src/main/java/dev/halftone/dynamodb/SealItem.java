package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Head;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A sealed line in the Ledger table: its hash, and which entry it is. What the entry says is not
 * repeated, for a copy would hide what becomes of the entry.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk SEAL#&lt;number, 13 digits&gt;   the line
 *                       sk SEALED#&lt;entry&gt;            that the entry is sealed, and as which line
 * </pre>
 */
final class SealItem {

    private static final String PREFIX = "SEAL#";
    private static final String MARKER_PREFIX = "SEALED#";
    private static final String HASH = "hash"; // S
    private static final String ENTRY = "entry"; // S, the entry's key
    private static final String NUMBER = "number"; // N
    private static final long NUMBER_MAX = 9_999_999_999_999L;

    private SealItem() {}

    static TransactWriteItem putNew(String table, Head head, String entry) {
        Map<String, AttributeValue> item = new HashMap<>(key(head.account(), head.number()));
        item.put(VERSION, Attributes.version());
        item.put(HASH, s(head.hash()));
        item.put(ENTRY, s(entry));
        return Actions.putNew(table, item);
    }

    static TransactWriteItem putNewMarker(String table, Head head, String entry) {
        Map<String, AttributeValue> item = new HashMap<>(markerKey(head.account(), entry));
        item.put(VERSION, Attributes.version());
        item.put(NUMBER, n(head.number()));
        return Actions.putNew(table, item);
    }

    static Map<String, AttributeValue> markerKey(AccountId account, String entry) {
        return Attributes.key(AccountItem.pk(account), MARKER_PREFIX + entry);
    }

    /** Which entry a marker is of. */
    static String marked(Map<String, AttributeValue> item) {
        return new Attributes(item).text(SK).substring(MARKER_PREFIX.length());
    }

    private static Map<String, AttributeValue> key(AccountId account, long number) {
        return Attributes.key(AccountItem.pk(account), sort(number));
    }

    private static String sort(long number) {
        return "%s%013d".formatted(PREFIX, number);
    }

    static QueryRequest.Builder after(String table, AccountId account, long number) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :account AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(
                        Map.of(
                                ":account", s(AccountItem.pk(account)),
                                ":first", s(sort(number + 1)),
                                ":last", s(sort(NUMBER_MAX))))
                .consistentRead(true);
    }

    static long number(Map<String, AttributeValue> stored) {
        return Long.parseLong(new Attributes(stored).text(SK).substring(PREFIX.length()));
    }

    static String hash(Map<String, AttributeValue> stored) {
        return Attributes.ofItem(stored).text(HASH);
    }

    static String entry(Map<String, AttributeValue> stored) {
        return Attributes.ofItem(stored).text(ENTRY);
    }
}
