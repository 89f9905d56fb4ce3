package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.PendingTransfer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An account in the Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk ACCOUNT
 * available = sum of buckets.&lt;grant&gt;.remaining;  granted = available + pending + used
 * </pre>
 *
 * Every change is arithmetic under conditions on the numbers themselves, with no version to
 * compare: two changes that leave enough for both never refuse each other.
 */
final class AccountItem {

    static final String AVAILABLE = "available"; // N
    static final String PENDING = "pending"; // N
    static final String USED = "used"; // N
    static final String GRANTED = "granted"; // N
    static final String ENTRIES = "entries"; // N, journal entries
    static final String BUCKETS = "buckets"; // M of M, by grant
    static final String REMAINING = "remaining"; // N
    static final String PRIORITY = "priority"; // N
    static final String GRANTED_AT = "grantedAt"; // S, instant

    private static final String PREFIX = "ACCOUNT#";
    private static final String SORT = "ACCOUNT";

    private AccountItem() {}

    static String pk(AccountId id) {
        return PREFIX + id;
    }

    static Map<String, AttributeValue> key(AccountId id) {
        return Attributes.key(pk(id), SORT);
    }

    static Get get(String table, AccountId id) {
        return Get.builder().tableName(table).key(key(id)).build();
    }

    static Account read(AccountId id, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        Attributes buckets = item.attributes(BUCKETS);
        List<Bucket> list =
                buckets.map().keySet().stream()
                        .sorted()
                        .map(grant -> readBucket(grant, buckets.attributes(grant)))
                        .toList();
        return new Account(
                id,
                new Credits(item.number(AVAILABLE)),
                new Credits(item.number(PENDING)),
                new Credits(item.number(USED)),
                new Credits(item.number(GRANTED)),
                list,
                item.number(ENTRIES));
    }

    private static Bucket readBucket(String grant, Attributes bucket) {
        return new Bucket(
                new GrantId(grant),
                new Credits(bucket.number(REMAINING)),
                Math.toIntExact(bucket.number(PRIORITY)),
                bucket.instant(GRANTED_AT));
    }

    static AttributeValue bucket(Bucket bucket) {
        return AttributeValue.fromM(
                Map.of(
                        REMAINING, n(bucket.remaining().amount()),
                        PRIORITY, n(bucket.priority()),
                        GRANTED_AT, s(bucket.grantedAt())));
    }

    /** Opens the account with its first grant; it never exists without its buckets. */
    static TransactWriteItem open(String table, Grant grant) {
        Map<String, AttributeValue> item = new HashMap<>(key(grant.account()));
        item.put(VERSION, Attributes.version());
        item.put(AVAILABLE, n(grant.amount().amount()));
        item.put(PENDING, n(0));
        item.put(USED, n(0));
        item.put(GRANTED, n(grant.amount().amount()));
        item.put(ENTRIES, n(1));
        item.put(BUCKETS, AttributeValue.fromM(Map.of(grant.id().value(), bucket(grant.bucket()))));
        return Actions.putNew(table, item);
    }

    /** Adds a grant's bucket and clears those that {@code seen} showed drained. */
    static TransactWriteItem grant(String table, Grant grant, Account seen) {
        AccountUpdate update = new AccountUpdate(table, grant.account());
        update.add(AVAILABLE, grant.amount()).add(GRANTED, grant.amount());
        update.requireAtMost(GRANTED, new Credits(Long.MAX_VALUE).minus(grant.amount()));
        update.setBucket(grant.bucket());
        // A grant made before may find its own bucket drained; one path cannot be set and removed.
        List<Bucket> drained =
                seen.buckets().stream()
                        .filter(bucket -> bucket.remaining().isZero())
                        .filter(bucket -> !bucket.grant().equals(grant.id()))
                        .toList();
        drained.forEach(bucket -> update.removeDrained(bucket.grant()));
        update.requireFewerBucketsThan(Drawing.PARTS_MAX + drained.size());
        return update.build();
    }

    /** Makes the credits pending, if the chosen buckets still hold them. */
    static TransactWriteItem draw(String table, PendingTransfer transfer) {
        AccountUpdate update = new AccountUpdate(table, transfer.account());
        update.take(AVAILABLE, transfer.amount()).add(PENDING, transfer.amount());
        for (Drawing.Part part : transfer.drawing().parts()) {
            update.takeFrom(part.grant(), part.amount());
        }
        return update.build();
    }

    static TransactWriteItem post(String table, PendingTransfer transfer) {
        AccountUpdate update = new AccountUpdate(table, transfer.account());
        update.take(PENDING, transfer.amount()).add(USED, transfer.amount());
        return update.build();
    }

    /**
     * Gives the credits back to the buckets they came from.
     *
     * @param cleared the buckets among them that a grant has cleared meanwhile, as they were made
     */
    static TransactWriteItem giveBack(
            String table, PendingTransfer transfer, Map<GrantId, Bucket> cleared) {
        AccountUpdate update = new AccountUpdate(table, transfer.account());
        update.take(PENDING, transfer.amount()).add(AVAILABLE, transfer.amount());
        for (Drawing.Part part : transfer.drawing().parts()) {
            Bucket made = cleared.get(part.grant());
            if (made == null) {
                update.giveBackTo(part.grant(), part.amount());
            } else {
                update.setBucket(
                        new Bucket(part.grant(), part.amount(), made.priority(), made.grantedAt()));
            }
        }
        return update.build();
    }
}
