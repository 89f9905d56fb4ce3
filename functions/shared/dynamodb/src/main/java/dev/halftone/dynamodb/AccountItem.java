package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Change.Shelf;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.Legs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * An account in the Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk ACCOUNT
 * given, bought, available, waiting, pending, used, expired, revoked, debt: together zero
 * available = sum of buckets.&lt;grant&gt;.r;  waiting = sum of waitingBuckets.&lt;grant&gt;.r
 * </pre>
 *
 * Every balance is stored with its sign, so that it is the sum of its legs. Every change is
 * arithmetic under conditions on the numbers themselves, with no version to compare: two changes
 * that leave enough for both never refuse each other.
 */
final class AccountItem {

    static final String ENTRIES = "entries"; // N, journal entries
    // Set by whoever sells plans, on an account that exists; absent of the usual one.
    private static final String PLAN = "plan"; // S
    static final String FREEZES = "freezes"; // SS, absent if nothing freezes the account

    private static final String BUCKETS = "buckets"; // M of M, by grant: BucketMap
    private static final String WAITING = "waitingBuckets"; // M of M, by grant: BucketMap
    private static final String PREFIX = "ACCOUNT#";
    private static final String SORT = "ACCOUNT";

    private AccountItem() {}

    static String pk(AccountId id) {
        return PREFIX + id;
    }

    static AccountId id(String pk) {
        if (!pk.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Not the key of an account");
        }
        return new AccountId(pk.substring(PREFIX.length()));
    }

    static Map<String, AttributeValue> key(AccountId id) {
        return Attributes.key(pk(id), SORT);
    }

    static Get get(String table, AccountId id) {
        return Get.builder().tableName(table).key(key(id)).build();
    }

    static String shelf(Shelf shelf) {
        return switch (shelf) {
            case BUCKETS -> BUCKETS;
            case WAITING -> WAITING;
        };
    }

    static Account read(AccountId id, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        Legs balances = Legs.NONE;
        for (Balance balance : Balance.values()) {
            balances = balances.and(balance, item.number(balance.label()));
        }
        return new Account(
                id,
                balances,
                buckets(item.attributes(BUCKETS)),
                buckets(item.attributes(WAITING)),
                item.texts(FREEZES).stream().map(FreezeCause::new).collect(Collectors.toSet()),
                item.number(ENTRIES));
    }

    /** The name of its plan; {@code null} for the usual one. */
    static @Nullable String plan(Map<String, AttributeValue> stored) {
        return stored.isEmpty() ? null : Attributes.ofItem(stored).optionalText(PLAN).orElse(null);
    }

    /** Has the plan of an account be that one, or the usual one; only of an account that exists. */
    static TransactWriteItem follow(String table, AccountId id, @Nullable String plan) {
        Update.Builder update =
                Update.builder()
                        .tableName(table)
                        .key(key(id))
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(Map.of("#plan", PLAN));
        return Actions.update(
                plan == null
                        ? update.updateExpression("REMOVE #plan").build()
                        : update.updateExpression("SET #plan = :plan")
                                .expressionAttributeValues(Map.of(":plan", Attributes.s(plan)))
                                .build());
    }

    /** As read, or empty if there is no such item. */
    static Account readOrEmpty(AccountId id, Map<String, AttributeValue> stored) {
        return stored.isEmpty() ? Account.empty(id) : read(id, stored);
    }

    private static List<Bucket> buckets(Attributes shelf) {
        return shelf.map().keySet().stream()
                .map(grant -> BucketMap.read(new GrantId(grant), shelf.attributes(grant)))
                .toList();
    }

    /** The account as its first movement leaves it; it never exists without its shelves. */
    static TransactWriteItem open(String table, Account account) {
        Map<String, AttributeValue> item = new HashMap<>(key(account.id()));
        item.put(VERSION, Attributes.version());
        for (Balance balance : Balance.values()) {
            item.put(balance.label(), n(account.balances().amount(balance)));
        }
        item.put(BUCKETS, shelf(account.buckets()));
        item.put(WAITING, shelf(account.waiting()));
        item.put(ENTRIES, n(account.entries()));
        return Actions.putNew(table, item);
    }

    private static AttributeValue shelf(List<Bucket> buckets) {
        return AttributeValue.fromM(
                buckets.stream()
                        .collect(
                                Collectors.toMap(
                                        bucket -> bucket.grant().value(), BucketMap::write)));
    }
}
