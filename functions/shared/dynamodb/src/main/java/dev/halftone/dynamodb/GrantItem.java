package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A grant and the marker of its business key, in the Ledger table. Neither ever changes.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;      sk GRANT#&lt;grant&gt;
 * pk KEY#&lt;business key&gt;    sk KEY
 * </pre>
 */
final class GrantItem {

    private static final String PREFIX = "GRANT#";
    private static final String MARKER_PREFIX = "KEY#";
    private static final String MARKER_SORT = "KEY";
    private static final String BUSINESS_KEY = "businessKey"; // S
    private static final String SOURCE = "source"; // S
    private static final String AMOUNT = "amount"; // N
    private static final String PRIORITY = "priority"; // N
    private static final String GRANTED_AT = "grantedAt"; // S, instant
    private static final String ACCOUNT = "accountId"; // S
    private static final String GRANT = "grantId"; // S
    private static final String CLAIM = "claim"; // S, which call wrote the marker

    private GrantItem() {}

    static Map<String, AttributeValue> key(AccountId account, GrantId grant) {
        return Attributes.key(AccountItem.pk(account), PREFIX + grant.value());
    }

    static Map<String, AttributeValue> markerKey(BusinessKey key) {
        return Attributes.key(MARKER_PREFIX + key.value(), MARKER_SORT);
    }

    static TransactWriteItem putNewMarker(String table, Grant grant, String claim) {
        Map<String, AttributeValue> item = new HashMap<>(markerKey(grant.key()));
        item.put(VERSION, Attributes.version());
        item.put(ACCOUNT, s(grant.account().value()));
        item.put(GRANT, s(grant.id().value()));
        item.put(CLAIM, s(claim));
        return Actions.putNew(table, item);
    }

    static boolean isOwnMarker(Map<String, AttributeValue> marker, String claim) {
        return s(claim).equals(marker.get(CLAIM));
    }

    static TransactWriteItem putNew(String table, Grant grant) {
        Map<String, AttributeValue> item = new HashMap<>(key(grant.account(), grant.id()));
        item.put(VERSION, Attributes.version());
        item.put(BUSINESS_KEY, s(grant.key().value()));
        item.put(SOURCE, s(grant.source().name()));
        item.put(AMOUNT, n(grant.amount().amount()));
        item.put(PRIORITY, n(grant.source().priority()));
        item.put(GRANTED_AT, s(grant.at()));
        return Actions.putNew(table, item);
    }

    /** The bucket as the grant made it. */
    static Bucket readBucket(GrantId id, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Bucket(
                id,
                new Credits(item.number(AMOUNT)),
                Math.toIntExact(item.number(PRIORITY)),
                item.instant(GRANTED_AT));
    }
}
