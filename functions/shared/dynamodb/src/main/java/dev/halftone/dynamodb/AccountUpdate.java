package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Change;
import dev.halftone.core.ledger.Change.Shelf;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A movement as one conditional update of its account: whatever {@link Account#after} would refuse,
 * the conditions refuse, and whatever it would change, the update changes.
 */
final class AccountUpdate {

    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> adds = new ArrayList<>();
    private final List<String> deletes = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    private AccountUpdate(Movement movement) {
        conditions.add("attribute_exists(pk)");
        add(name(AccountItem.ENTRIES), 1);
        movement.entry().legs().amounts().forEach(this::leg);
        movement.requirements().forEach(this::require);
        movement.changes().forEach(this::change);
    }

    static TransactWriteItem of(String table, Movement movement) {
        AccountUpdate update = new AccountUpdate(movement);
        return TransactWriteItem.builder()
                .update(
                        build ->
                                build.tableName(table)
                                        .key(AccountItem.key(movement.account()))
                                        .updateExpression(update.expression())
                                        .conditionExpression(
                                                String.join(" AND ", update.conditions))
                                        .expressionAttributeNames(update.names)
                                        .expressionAttributeValues(update.values)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private String expression() {
        return "SET "
                + String.join(", ", sets)
                + clause(" REMOVE ", removes)
                + clause(" ADD ", adds)
                + clause(" DELETE ", deletes);
    }

    private static String clause(String keyword, List<String> actions) {
        return actions.isEmpty() ? "" : keyword + String.join(", ", actions);
    }

    private void leg(Balance balance, long amount) {
        String number = name(balance.label());
        // Neither may pass zero: what is owed from below, the others from above.
        if (balance.isOwed() && amount > 0) {
            require(number, "<=", -amount);
        }
        if (!balance.isOwed() && amount < 0) {
            require(number, ">=", -amount);
        }
        if (balance == Balance.GIVEN || balance == Balance.BOUGHT) {
            require(number, ">=", -Account.ISSUED_MAX - amount);
        }
        add(number, amount);
    }

    private void require(Requirement requirement) {
        switch (requirement) {
            case Requirement.Unchanged unchanged ->
                    require(name(unchanged.balance().label()), "=", unchanged.amount());
            case Requirement.NotFrozen _ ->
                    conditions.add("attribute_not_exists(%s)".formatted(freezes()));
            case Requirement.Room room ->
                    require("size(%s)".formatted(shelf(room.shelf())), "<", room.below());
        }
    }

    private void change(Change change) {
        switch (change) {
            case Change.Open open -> {
                String bucket = bucket(open.shelf(), open.bucket().grant());
                conditions.add("attribute_not_exists(%s)".formatted(bucket));
                sets.add("%s = %s".formatted(bucket, value(BucketMap.write(open.bucket()))));
            }
            case Change.Add add -> {
                String remaining = remaining(Shelf.BUCKETS, add.bucket());
                conditions.add("attribute_exists(%s)".formatted(remaining));
                add(remaining, add.amount().amount());
            }
            case Change.Take take -> {
                String remaining = remaining(take.shelf(), take.bucket());
                require(remaining, ">=", take.amount().amount());
                add(remaining, -take.amount().amount());
            }
            case Change.Extend extend -> extend(extend);
            case Change.Close close -> close(close);
            case Change.Freeze freeze -> freeze(freeze.cause());
            case Change.Thaw thaw -> {
                conditions.add("contains(%s, %s)".formatted(freezes(), cause(thaw.cause())));
                deletes.add("%s %s".formatted(freezes(), causes(thaw.cause())));
            }
        }
    }

    private void extend(Change.Extend extend) {
        String bucket = bucket(Shelf.BUCKETS, extend.bucket());
        String expiresAt = bucket + "." + name(BucketMap.EXPIRES_AT);
        long end = extend.expiresAt().toEpochMilli();
        require(expiresAt, "<=", end);
        sets.add("%s = %s".formatted(expiresAt, value(end)));
        sets.add(
                "%s.%s = %s"
                        .formatted(
                                bucket,
                                name(BucketMap.EXTENSION),
                                value(extend.extension().toMillis())));
    }

    private void close(Change.Close close) {
        String bucket = bucket(close.shelf(), close.bucket());
        require(remaining(close.shelf(), close.bucket()), "=", close.holding().amount());
        if (close.expiresAt() != null) {
            require(
                    bucket + "." + name(BucketMap.EXPIRES_AT),
                    "=",
                    close.expiresAt().toEpochMilli());
        }
        removes.add(bucket);
    }

    private void freeze(FreezeCause cause) {
        conditions.add(
                "(attribute_not_exists(%1$s) OR (NOT contains(%1$s, %2$s) AND size(%1$s) < %3$s))"
                        .formatted(freezes(), cause(cause), value(Account.FREEZES_MAX)));
        adds.add("%s %s".formatted(freezes(), causes(cause)));
    }

    private void require(String operand, String comparison, long number) {
        conditions.add("%s %s %s".formatted(operand, comparison, value(number)));
    }

    private void add(String number, long amount) {
        sets.add("%s = %s + %s".formatted(number, number, value(amount)));
    }

    private String remaining(Shelf shelf, GrantId bucket) {
        return bucket(shelf, bucket) + "." + name(BucketMap.REMAINING);
    }

    private String bucket(Shelf shelf, GrantId bucket) {
        return shelf(shelf) + "." + name(bucket.value());
    }

    private String shelf(Shelf shelf) {
        return name(AccountItem.shelf(shelf));
    }

    private String freezes() {
        return name(AccountItem.FREEZES);
    }

    private String cause(FreezeCause cause) {
        return value(AttributeValue.fromS(cause.value()));
    }

    private String causes(FreezeCause cause) {
        return value(AttributeValue.fromSs(List.of(cause.value())));
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

    private String value(long number) {
        return value(n(number));
    }

    private String value(AttributeValue value) {
        String name = ":" + values.size();
        values.put(name, value);
        return name;
    }
}
