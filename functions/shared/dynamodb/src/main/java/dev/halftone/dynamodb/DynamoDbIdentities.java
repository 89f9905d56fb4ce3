package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Identities;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkOutcome;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.UnlinkOutcome;
import dev.halftone.core.account.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Who leads to whom, in the Accounts table; items as {@link IdentityItems} says. */
public final class DynamoDbIdentities implements Identities {

    private static final int TRIES_MAX = 4;
    private static final int IDENTITY_POSITION = 0;
    private static final int LINK_POSITION = 0;

    private final Tables tables;
    private final String table;

    public DynamoDbIdentities(DynamoDbClient client, String accountsTable) {
        this.tables = new Tables(client);
        this.table = accountsTable;
    }

    @Override
    public List<LinkedIdentity> of(UserId user) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :user AND begins_with(sk, :link)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":user", s(IdentityItems.USER_PREFIX + user),
                                        ":link", s(IdentityItems.LINK_PREFIX)))
                        .limit(PER_PERSON_MAX)
                        .build();
        return tables.query(query).items().stream()
                .map(IdentityItems::linked)
                .sorted(Comparator.comparing(LinkedIdentity::linkedAt))
                .toList();
    }

    @Override
    public LinkOutcome link(UserId user, Identity identity, LinkedIdentity linked) {
        List<LinkedIdentity> known = of(user);
        if (known.stream().anyMatch(each -> each.id().equals(linked.id()))) {
            return new LinkOutcome.AlreadyTheirs();
        }
        if (known.size() >= PER_PERSON_MAX) {
            return new LinkOutcome.TooMany();
        }
        return switch (tables.write(
                Actions.putNew(table, IdentityItems.identity(identity, user)),
                Actions.putNew(table, IdentityItems.link(user, linked)))) {
            case WriteOutcome.Written _ -> new LinkOutcome.Linked();
            case WriteOutcome.Refused refused ->
                    refused.at(IDENTITY_POSITION).map(item -> owner(item).equals(user)).orElse(true)
                            ? new LinkOutcome.AlreadyTheirs()
                            : new LinkOutcome.InUse();
        };
    }

    @Override
    public UnlinkOutcome unlink(UserId user, IdentityId id) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            List<LinkedIdentity> known = of(user);
            Optional<LinkedIdentity> former =
                    known.stream().filter(each -> each.id().equals(id)).findFirst();
            if (former.isEmpty()) {
                return new UnlinkOutcome.Unknown();
            }
            Optional<LinkedIdentity> other =
                    known.stream().filter(each -> !each.id().equals(id)).findFirst();
            if (other.isEmpty()) {
                return new UnlinkOutcome.LastWay();
            }
            switch (remove(user, id, other.get().id())) {
                case WriteOutcome.Written _ -> {
                    return new UnlinkOutcome.Unlinked(former.get());
                }
                case WriteOutcome.Refused refused -> {
                    if (refused.at(LINK_POSITION).isPresent()) {
                        return new UnlinkOutcome.Unknown();
                    }
                }
            }
        }
        throw new TransientFailure("dynamodb", "a person's identities change all the time");
    }

    /** With the proof that another one stays: two at once cannot take both. */
    private WriteOutcome remove(UserId user, IdentityId id, IdentityId staying) {
        return tables.write(
                delete(IdentityItems.linkKey(user, id), "attribute_exists(pk)", Map.of()),
                TransactWriteItem.builder()
                        .conditionCheck(
                                check ->
                                        check.tableName(table)
                                                .key(IdentityItems.linkKey(user, staying))
                                                .conditionExpression("attribute_exists(pk)"))
                        .build(),
                delete(
                        IdentityItems.identityKey(id),
                        IdentityItems.USER + " = :user",
                        Map.of(":user", s(user.value()))));
    }

    private TransactWriteItem delete(
            Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .delete(
                        delete ->
                                delete.tableName(table)
                                        .key(key)
                                        .conditionExpression(condition)
                                        .expressionAttributeValues(
                                                values.isEmpty() ? null : values))
                .build();
    }

    private static UserId owner(Map<String, AttributeValue> identityItem) {
        return new UserId(Attributes.ofItem(identityItem).text(IdentityItems.USER));
    }
}
