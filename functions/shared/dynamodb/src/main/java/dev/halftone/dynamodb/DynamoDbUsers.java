package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.CreateOutcome;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.ProfileChange;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * People in the Accounts table.
 *
 * <pre>
 * pk USER#&lt;user&gt;                                  sk PROFILE
 *                                                 sk CONSENT#policy#&lt;version&gt;
 *                                                 sk CONSENT#age#&lt;years&gt;
 * </pre>
 *
 * What leads to them is described with {@link IdentityItems}.
 */
public final class DynamoDbUsers implements Users {

    private static final String PROFILE_SORT = "PROFILE";
    private static final String CONSENT_PREFIX = "CONSENT#";
    private static final String ACCOUNT = "accountId"; // S
    private static final String EMAIL = "email"; // S
    private static final String EMAIL_VERIFIED = "emailVerified"; // BOOL
    private static final String NAME = "name"; // S
    private static final String PICTURE = "picture"; // S, address, optional
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String LANGUAGE = "language"; // S, tag, once chosen
    private static final String POLICY_VERSION = "policyVersion"; // S
    private static final String MINIMUM_AGE = "minimumAge"; // N, years
    private static final String AT = "at"; // S, instant
    private static final int IDENTITY_POSITION = 0;
    private static final int CLAIM_POSITION = 3;

    private final Tables tables;
    private final String table;

    public DynamoDbUsers(DynamoDbClient client, String accountsTable) {
        this.tables = new Tables(client);
        this.table = accountsTable;
    }

    @Override
    public Optional<User> find(UserId id) {
        Map<String, AttributeValue> item = tables.get(table, profileKey(id));
        return item.isEmpty() ? Optional.empty() : Optional.of(user(id, Attributes.ofItem(item)));
    }

    @Override
    public Optional<User> findByIdentity(Identity identity) {
        Map<String, AttributeValue> item =
                tables.get(table, IdentityItems.identityKey(IdentityId.of(identity)));
        return item.isEmpty() ? Optional.empty() : Optional.of(owner(item));
    }

    @Override
    public CreateOutcome create(Identity identity, User user, LinkedIdentity first) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(Actions.putNew(table, IdentityItems.identity(identity, user.id())));
        actions.add(Actions.putNew(table, profileItem(user)));
        actions.add(Actions.putNew(table, IdentityItems.link(user.id(), first)));
        if (user.emailVerified()) {
            actions.add(Actions.putNew(table, IdentityItems.claim(user.email(), user.id())));
        }
        return switch (tables.write(actions)) {
            case WriteOutcome.Written _ -> new CreateOutcome.Created(user);
            case WriteOutcome.Refused refused -> refused(refused, user);
        };
    }

    private CreateOutcome refused(WriteOutcome.Refused refused, User user) {
        Optional<User> owner = refused.at(IDENTITY_POSITION).map(this::owner);
        if (owner.isPresent()) {
            // An own repetition finds the given user here, too.
            return owner.get().equals(user)
                    ? new CreateOutcome.Created(user)
                    : new CreateOutcome.Known(owner.get());
        }
        if (refused.at(CLAIM_POSITION).isPresent()) {
            return new CreateOutcome.AddressTaken();
        }
        throw new PermanentFailure("users", "a user has this id");
    }

    @Override
    public void change(UserId user, ProfileChange change) {
        Map<String, AttributeValue> values = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        List<String> sets = new ArrayList<>();
        if (change.name() != null) {
            values.put(":name", s(change.name()));
            names.put("#name", NAME);
            sets.add("#name = :name");
        }
        if (change.language() != null) {
            values.put(":language", s(change.language().tag()));
            names.put("#language", LANGUAGE);
            sets.add("#language = :language");
        }
        if (sets.isEmpty()) {
            return;
        }
        // Whoever is gone stays gone.
        tables.update(
                Update.builder()
                        .tableName(table)
                        .key(profileKey(user))
                        .updateExpression("SET " + String.join(", ", sets))
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build());
    }

    @Override
    public void recordAcceptance(UserId user, Acceptance acceptance) {
        // Two proofs, for either may be asked for anew without the other. The first one stays.
        record(user, "policy#" + acceptance.policyVersion(), acceptance);
        record(user, "age#" + acceptance.minimumAge(), acceptance);
    }

    private void record(UserId user, String consent, Acceptance acceptance) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        Attributes.key(IdentityItems.USER_PREFIX + user, CONSENT_PREFIX + consent));
        item.put(VERSION, Attributes.version());
        item.put(POLICY_VERSION, s(acceptance.policyVersion()));
        item.put(MINIMUM_AGE, n(acceptance.minimumAge()));
        item.put(AT, s(acceptance.at()));
        tables.putNew(table, item);
    }

    private User owner(Map<String, AttributeValue> identityItem) {
        UserId id = new UserId(Attributes.ofItem(identityItem).text(IdentityItems.USER));
        return find(id).orElseThrow(
                        () -> new PermanentFailure("users", "an identity without a user"));
    }

    private static User user(UserId id, Attributes item) {
        return new User(
                id,
                new AccountId(item.text(ACCOUNT)),
                new Email(item.text(EMAIL)),
                item.flag(EMAIL_VERIFIED),
                item.text(NAME),
                item.optionalText(PICTURE).orElse(null),
                item.instant(CREATED_AT),
                item.optionalText(LANGUAGE).flatMap(Language::ofTag).orElse(null));
    }

    private static Map<String, AttributeValue> profileItem(User user) {
        Map<String, AttributeValue> item = new HashMap<>(profileKey(user.id()));
        item.put(VERSION, Attributes.version());
        item.put(ACCOUNT, s(user.account().value()));
        item.put(EMAIL, s(user.email().value()));
        item.put(EMAIL_VERIFIED, AttributeValue.fromBool(user.emailVerified()));
        item.put(NAME, s(user.name()));
        item.put(CREATED_AT, s(user.createdAt()));
        if (user.picture() != null) {
            item.put(PICTURE, s(user.picture()));
        }
        if (user.language() != null) {
            item.put(LANGUAGE, s(user.language().tag()));
        }
        return item;
    }

    private static Map<String, AttributeValue> profileKey(UserId id) {
        return Attributes.key(IdentityItems.USER_PREFIX + id, PROFILE_SORT);
    }
}
