package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.Revocation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A grant and the marker of its business key, in the Ledger table. Nothing of them ever changes but
 * how much was revoked.
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
    private static final String EFFECTIVE_AT = "effectiveAt"; // S, instant
    private static final String EXPIRES_AT = "grantExpiresAt"; // S, instant, absent if never
    private static final String EXPIRY_SHOWN_IN = "expiryShownIn"; // S, checkout, absent if given
    private static final String COST = "costMinor"; // N, absent if given
    private static final String CURRENCY = "currency"; // S, absent if given
    private static final String REVOKED = "revoked"; // N
    private static final String ACCOUNT = "accountId"; // S
    private static final String GRANT = "grantId"; // S

    private GrantItem() {}

    static Map<String, AttributeValue> key(AccountId account, GrantId grant) {
        return Attributes.key(AccountItem.pk(account), PREFIX + grant.value());
    }

    static Map<String, AttributeValue> markerKey(BusinessKey key) {
        return Attributes.key(MARKER_PREFIX + key.value(), MARKER_SORT);
    }

    static Get getMarker(String table, BusinessKey key) {
        return Get.builder().tableName(table).key(markerKey(key)).build();
    }

    /** The key of the grant that a marker belongs to. */
    static Map<String, AttributeValue> markedKey(Map<String, AttributeValue> marker) {
        Attributes item = Attributes.ofItem(marker);
        return key(new AccountId(item.text(ACCOUNT)), new GrantId(item.text(GRANT)));
    }

    static TransactWriteItem putNewMarker(String table, Grant grant) {
        Map<String, AttributeValue> item = new HashMap<>(markerKey(grant.key()));
        item.put(VERSION, Attributes.version());
        item.put(ACCOUNT, s(grant.account().value()));
        item.put(GRANT, s(grant.id().value()));
        return Actions.putNew(table, item);
    }

    static TransactWriteItem putNew(String table, Grant grant) {
        Map<String, AttributeValue> item = new HashMap<>(key(grant.account(), grant.id()));
        item.put(VERSION, Attributes.version());
        item.put(BUSINESS_KEY, s(grant.key().value()));
        item.put(SOURCE, s(grant.source().name()));
        item.put(AMOUNT, n(grant.amount().amount()));
        item.put(PRIORITY, n(grant.priority()));
        item.put(GRANTED_AT, s(grant.at()));
        item.put(EFFECTIVE_AT, s(grant.effectiveAt()));
        item.put(REVOKED, n(0));
        if (grant.expiry() != null) {
            item.put(EXPIRES_AT, s(grant.expiry().at()));
            if (grant.expiry().shownIn() != null) {
                item.put(EXPIRY_SHOWN_IN, s(grant.expiry().shownIn()));
            }
        }
        if (grant.cost() != null) {
            item.put(COST, n(grant.cost().amountMinor()));
            item.put(CURRENCY, s(grant.cost().currency()));
        }
        return Actions.putNew(table, item);
    }

    /** Raises what was revoked to the target, if it still is what was seen. */
    static TransactWriteItem revoke(String table, Revocation revocation, Credits seen) {
        return Actions.update(
                Update.builder()
                        .tableName(table)
                        .key(key(revocation.account(), revocation.grant()))
                        .updateExpression("SET #revoked = :target")
                        .conditionExpression("#revoked = :seen")
                        .expressionAttributeNames(Map.of("#revoked", REVOKED))
                        .expressionAttributeValues(
                                Map.of(
                                        ":target", n(revocation.target().amount()),
                                        ":seen", n(seen.amount())))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build());
    }

    static GrantState read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new GrantState(
                new Grant(
                        AccountItem.id(item.text(Attributes.PK)),
                        new BusinessKey(item.text(BUSINESS_KEY)),
                        GrantSource.valueOf(item.text(SOURCE)),
                        new Credits(item.number(AMOUNT)),
                        Math.toIntExact(item.number(PRIORITY)),
                        item.instant(EFFECTIVE_AT),
                        expiry(item),
                        cost(item),
                        item.instant(GRANTED_AT)),
                new Credits(item.number(REVOKED)));
    }

    private static @Nullable Expiry expiry(Attributes item) {
        return item.has(EXPIRES_AT)
                ? new Expiry(
                        item.instant(EXPIRES_AT), item.optionalText(EXPIRY_SHOWN_IN).orElse(null))
                : null;
    }

    private static @Nullable Cost cost(Attributes item) {
        return item.has(COST) ? new Cost(item.number(COST), item.text(CURRENCY)) : null;
    }
}
