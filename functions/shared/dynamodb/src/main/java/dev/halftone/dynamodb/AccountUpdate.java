package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.GrantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Builds one conditional update of an account; it always counts one more journal entry. */
final class AccountUpdate {

    private final String table;
    private final AccountId account;
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    AccountUpdate(String table, AccountId account) {
        this.table = table;
        this.account = account;
        conditions.add("attribute_exists(pk)");
        add(AccountItem.ENTRIES, new Credits(1));
    }

    AccountUpdate add(String number, Credits amount) {
        sets.add("%s = %s + %s".formatted(name(number), name(number), value(amount)));
        return this;
    }

    AccountUpdate take(String number, Credits amount) {
        String value = value(amount);
        conditions.add("%s >= %s".formatted(name(number), value));
        sets.add("%s = %s - %s".formatted(name(number), name(number), value));
        return this;
    }

    void requireAtMost(String number, Credits amount) {
        conditions.add("%s <= %s".formatted(name(number), value(amount)));
    }

    void takeFrom(GrantId bucket, Credits amount) {
        String remaining = remaining(bucket);
        String value = value(amount);
        conditions.add("%s >= %s".formatted(remaining, value));
        sets.add("%s = %s - %s".formatted(remaining, remaining, value));
    }

    void giveBackTo(GrantId bucket, Credits amount) {
        String remaining = remaining(bucket);
        conditions.add("attribute_exists(%s)".formatted(bucket(bucket)));
        sets.add("%s = %s + %s".formatted(remaining, remaining, value(amount)));
    }

    void setBucket(Bucket bucket) {
        String path = bucket(bucket.grant());
        conditions.add("attribute_not_exists(%s)".formatted(path));
        sets.add("%s = %s".formatted(path, value(AccountItem.bucket(bucket))));
    }

    void removeDrained(GrantId bucket) {
        conditions.add("%s = %s".formatted(remaining(bucket), value(Credits.ZERO)));
        removes.add(bucket(bucket));
    }

    void requireFewerBucketsThan(int count) {
        conditions.add("size(%s) < %s".formatted(name(AccountItem.BUCKETS), value(n(count))));
    }

    TransactWriteItem build() {
        String remove = removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes);
        return TransactWriteItem.builder()
                .update(
                        update ->
                                update.tableName(table)
                                        .key(AccountItem.key(account))
                                        .updateExpression("SET " + String.join(", ", sets) + remove)
                                        .conditionExpression(String.join(" AND ", conditions))
                                        .expressionAttributeNames(names)
                                        .expressionAttributeValues(values)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private String remaining(GrantId bucket) {
        return bucket(bucket) + "." + name(AccountItem.REMAINING);
    }

    private String bucket(GrantId bucket) {
        return name(AccountItem.BUCKETS) + "." + name(bucket.value());
    }

    /** A short stand-in: an expression has at most 4 KB, and 40 grants' names would fill it. */
    private String name(String attribute) {
        for (Map.Entry<String, String> known : names.entrySet()) {
            if (known.getValue().equals(attribute)) {
                return known.getKey();
            }
        }
        String name = "#" + names.size();
        names.put(name, attribute);
        return name;
    }

    private String value(Credits credits) {
        return value(n(credits.amount()));
    }

    private String value(AttributeValue value) {
        String name = ":" + values.size();
        values.put(name, value);
        return name;
    }
}
