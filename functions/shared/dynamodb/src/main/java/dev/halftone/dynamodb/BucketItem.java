package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.BucketHistory;
import dev.halftone.core.ledger.BucketNote;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.GrantId;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What is known about a bucket that expires, in the Ledger table, beside the account so that its
 * expiry can be found.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk BUCKET#&lt;bucket&gt;
 * index expiry: expiryShard "0" to "15", expiresAt; both absent while none is due
 * </pre>
 */
final class BucketItem {

    static final String EXPIRY_SHARD = "expiryShard"; // S
    static final String EXPIRES_AT = "expiresAt"; // N, epoch millis

    private static final String PREFIX = "BUCKET#";
    private static final String DUES = "dues"; // N, how often it was made due
    private static final String EXPIRIES = "expiries"; // N, how many were booked
    private static final String EXPIRED = "expired"; // N, credits, without those revoked since

    private BucketItem() {}

    static Map<String, AttributeValue> key(AccountId account, GrantId bucket) {
        return Attributes.key(AccountItem.pk(account), PREFIX + bucket.value());
    }

    static Get get(String table, AccountId account, GrantId bucket) {
        return Get.builder().tableName(table).key(key(account, bucket)).build();
    }

    static BucketHistory read(Map<String, AttributeValue> stored) {
        if (stored.isEmpty()) {
            return BucketHistory.NONE;
        }
        Attributes item = Attributes.ofItem(stored);
        return new BucketHistory(
                Math.toIntExact(item.number(EXPIRIES)), new Credits(item.number(EXPIRED)));
    }

    /** From the index, which holds only the keys. */
    static Expiries.Due readDue(Map<String, AttributeValue> stored) {
        Attributes item = new Attributes(stored);
        return new Expiries.Due(
                AccountItem.id(item.text(Attributes.PK)),
                new GrantId(item.text(Attributes.SK).substring(PREFIX.length())));
    }

    static TransactWriteItem write(String table, AccountId account, BucketNote note) {
        Update.Builder update = update(table, account, note.bucket());
        return Actions.update(
                switch (note) {
                    case BucketNote.Due due -> due(update, account, due);
                    case BucketNote.Booked booked -> booked(update, booked);
                    case BucketNote.TakenBack back -> takenBack(update, back);
                });
    }

    private static Update due(Update.Builder update, AccountId account, BucketNote.Due due) {
        return update.updateExpression(
                        "SET #v = :v, #shard = :shard, #at = :at,"
                                + " #dues = if_not_exists(#dues, :zero) + :one,"
                                + " #expiries = if_not_exists(#expiries, :zero),"
                                + " #expired = if_not_exists(#expired, :zero)")
                .expressionAttributeNames(
                        Map.of(
                                "#v", VERSION,
                                "#shard", EXPIRY_SHARD,
                                "#at", EXPIRES_AT,
                                "#dues", DUES,
                                "#expiries", EXPIRIES,
                                "#expired", EXPIRED))
                .expressionAttributeValues(
                        Map.of(
                                ":v", Attributes.version(),
                                ":shard", shard(new Expiries.Due(account, due.bucket()).shard()),
                                ":at", n(due.at().toEpochMilli()),
                                ":zero", n(0),
                                ":one", n(1)))
                .build();
    }

    private static Update booked(Update.Builder update, BucketNote.Booked booked) {
        return update.updateExpression(
                        "SET #expiries = #expiries + :one, #expired = #expired + :expired"
                                + " REMOVE #shard, #at")
                .conditionExpression("#expiries = :number")
                .expressionAttributeNames(
                        Map.of(
                                "#shard", EXPIRY_SHARD,
                                "#at", EXPIRES_AT,
                                "#expiries", EXPIRIES,
                                "#expired", EXPIRED))
                .expressionAttributeValues(
                        Map.of(
                                ":one", n(1),
                                ":number", n(booked.number()),
                                ":expired", n(booked.expired().amount())))
                .build();
    }

    private static Update takenBack(Update.Builder update, BucketNote.TakenBack back) {
        return update.updateExpression("SET #expired = #expired - :expired")
                .conditionExpression("#expired >= :expired")
                .expressionAttributeNames(Map.of("#expired", EXPIRED))
                .expressionAttributeValues(Map.of(":expired", n(back.expired().amount())))
                .build();
    }

    /** Nothing is left that could expire; unless somebody made it due anew since it was read. */
    static Update settled(String table, Expiries.Due due, Attributes seen) {
        return update(table, due.account(), due.bucket())
                .updateExpression("REMOVE #shard, #at")
                .conditionExpression("#dues = :seen")
                .expressionAttributeNames(
                        Map.of("#shard", EXPIRY_SHARD, "#at", EXPIRES_AT, "#dues", DUES))
                .expressionAttributeValues(Map.of(":seen", n(seen.number(DUES))))
                .build();
    }

    /** It expires later than was written here; unless somebody made it due anew since. */
    static Update postponed(String table, Expiries.Due due, Attributes seen, Instant expiresAt) {
        return update(table, due.account(), due.bucket())
                .updateExpression("SET #at = :at, #shard = :shard")
                .conditionExpression("#dues = :seen")
                .expressionAttributeNames(
                        Map.of("#shard", EXPIRY_SHARD, "#at", EXPIRES_AT, "#dues", DUES))
                .expressionAttributeValues(
                        Map.of(
                                ":seen", n(seen.number(DUES)),
                                ":at", n(expiresAt.toEpochMilli()),
                                ":shard", shard(due.shard())))
                .build();
    }

    static AttributeValue shard(int shard) {
        return s(Integer.toString(shard));
    }

    private static Update.Builder update(String table, AccountId account, GrantId bucket) {
        return Update.builder()
                .tableName(table)
                .key(key(account, bucket))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }
}
