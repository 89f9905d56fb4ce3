package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.Email;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.mail.EmailChanges;
import dev.halftone.core.mail.PendingEmail;
import dev.halftone.core.mail.ReplaceOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Addresses on their way to being somebody's, in the Accounts table.
 *
 * <pre>
 * pk USER#&lt;user&gt;  sk NEWEMAIL
 * </pre>
 */
public final class DynamoDbEmailChanges implements EmailChanges {

    private static final String SORT = "NEWEMAIL";
    private static final String PROFILE_SORT = "PROFILE";
    private static final String ADDRESS = "address"; // S
    private static final String CODE_HASH = "codeHash"; // S
    private static final String CODE_ENDS_AT = "codeEndsAt"; // S, instant
    private static final String MAILS = "mails"; // N
    private static final String DAY_ENDS_AT = "dayEndsAt"; // S, instant
    private static final String EXPIRES_AT = "expiresAt"; // N, epoch seconds, the table's TTL
    private static final int CLAIM_POSITION = 2;

    private final Tables tables;
    private final String table;

    public DynamoDbEmailChanges(DynamoDbClient client, String accountsTable) {
        this.tables = new Tables(client);
        this.table = accountsTable;
    }

    @Override
    public Optional<PendingEmail> pending(UserId user) {
        Map<String, AttributeValue> stored = tables.get(table, key(user));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Attributes item = Attributes.ofItem(stored);
        return Optional.of(
                new PendingEmail(
                        user,
                        new Email(item.text(ADDRESS)),
                        item.text(CODE_HASH),
                        item.instant(CODE_ENDS_AT),
                        Math.toIntExact(item.number(MAILS)),
                        item.instant(DAY_ENDS_AT)));
    }

    @Override
    public boolean keep(@Nullable PendingEmail before, PendingEmail next) {
        Map<String, AttributeValue> item = new HashMap<>(key(next.user()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(ADDRESS, s(next.address().value()));
        item.put(CODE_HASH, s(next.codeHash()));
        item.put(CODE_ENDS_AT, s(next.codeEndsAt()));
        item.put(MAILS, n(next.mails()));
        item.put(DAY_ENDS_AT, s(next.dayEndsAt()));
        item.put(EXPIRES_AT, n(next.dayEndsAt().getEpochSecond() + 1));
        WriteOutcome outcome =
                before == null
                        ? tables.putNew(table, item)
                        : tables.put(
                                table,
                                item,
                                // Its table may have removed it by now.
                                "attribute_not_exists(pk) OR codeHash = :before",
                                Map.of(":before", s(before.codeHash())));
        return switch (outcome) {
            case WriteOutcome.Written _ -> true;
            // The answer to the first attempt was lost, and it had been kept.
            case WriteOutcome.Refused refused ->
                    refused.at(0)
                            .map(there -> s(next.codeHash()).equals(there.get(CODE_HASH)))
                            .orElse(false);
        };
    }

    @Override
    public Optional<UserId> holder(Email address) {
        Map<String, AttributeValue> claim = tables.get(table, IdentityItems.claimKey(address));
        return claim.isEmpty()
                ? Optional.empty()
                : Optional.of(new UserId(Attributes.ofItem(claim).text(IdentityItems.USER)));
    }

    @Override
    public ReplaceOutcome replace(User user, PendingEmail proved) {
        if (user.emailVerified() && user.email().equals(proved.address())) {
            return new ReplaceOutcome.Outdated();
        }
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(forget(proved));
        actions.add(Actions.update(rename(user, proved.address())));
        actions.add(Actions.putNew(table, IdentityItems.claim(proved.address(), user.id())));
        if (user.emailVerified()) {
            actions.add(release(user));
        }
        return switch (tables.write(actions)) {
            case WriteOutcome.Written _ -> new ReplaceOutcome.Replaced();
            case WriteOutcome.Refused refused -> refused(refused, user);
        };
    }

    private static ReplaceOutcome refused(WriteOutcome.Refused refused, User user) {
        Optional<UserId> holder =
                refused.at(CLAIM_POSITION)
                        .filter(claim -> !claim.isEmpty())
                        .map(claim -> Attributes.ofItem(claim).text(IdentityItems.USER))
                        .map(UserId::new);
        if (holder.isEmpty()) {
            return new ReplaceOutcome.Outdated();
        }
        // The answer to the first attempt was lost, and all of it had been written.
        return holder.get().equals(user.id())
                ? new ReplaceOutcome.Replaced()
                : new ReplaceOutcome.Taken();
    }

    private TransactWriteItem forget(PendingEmail proved) {
        return TransactWriteItem.builder()
                .delete(
                        delete ->
                                delete.tableName(table)
                                        .key(key(proved.user()))
                                        .conditionExpression("codeHash = :hash")
                                        .expressionAttributeValues(
                                                Map.of(":hash", s(proved.codeHash()))))
                .build();
    }

    private Update rename(User user, Email address) {
        return Update.builder()
                .tableName(table)
                .key(Attributes.key(IdentityItems.USER_PREFIX + user.id(), PROFILE_SORT))
                .updateExpression("SET email = :new, emailVerified = :yes")
                .conditionExpression("email = :former")
                .expressionAttributeValues(
                        Map.of(
                                ":new", s(address.value()),
                                ":former", s(user.email().value()),
                                ":yes", AttributeValue.fromBool(true)))
                .build();
    }

    private TransactWriteItem release(User user) {
        return TransactWriteItem.builder()
                .delete(
                        delete ->
                                delete.tableName(table)
                                        .key(IdentityItems.claimKey(user.email()))
                                        .conditionExpression("userId = :user")
                                        .expressionAttributeValues(
                                                Map.of(":user", s(user.id().value()))))
                .build();
    }

    private static Map<String, AttributeValue> key(UserId user) {
        return Attributes.key(IdentityItems.USER_PREFIX + user, SORT);
    }
}
