package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Digest;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * People in the Accounts table.
 *
 * <pre>
 * pk USER#&lt;user&gt;                                  sk PROFILE
 *                                                 sk CONSENT#policy#&lt;version&gt;
 *                                                 sk CONSENT#age#&lt;years&gt;
 * pk IDENTITY#&lt;SHA-256 of issuer, LF, subject&gt;    sk IDENTITY
 * </pre>
 */
public final class DynamoDbUsers implements Users {

    private static final String USER_PREFIX = "USER#";
    private static final String PROFILE_SORT = "PROFILE";
    private static final String CONSENT_PREFIX = "CONSENT#";
    private static final String IDENTITY_PREFIX = "IDENTITY#";
    private static final String IDENTITY_SORT = "IDENTITY";
    private static final String USER = "userId"; // S
    private static final String ISSUER = "issuer"; // S
    private static final String SUBJECT = "subject"; // S
    private static final String ACCOUNT = "accountId"; // S
    private static final String EMAIL = "email"; // S
    private static final String EMAIL_VERIFIED = "emailVerified"; // BOOL
    private static final String NAME = "name"; // S
    private static final String PICTURE = "picture"; // S, address, optional
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String POLICY_VERSION = "policyVersion"; // S
    private static final String MINIMUM_AGE = "minimumAge"; // N, years
    private static final String AT = "at"; // S, instant
    private static final int IDENTITY_POSITION = 0;

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
        Map<String, AttributeValue> item = tables.get(table, identityKey(identity));
        return item.isEmpty() ? Optional.empty() : Optional.of(owner(item));
    }

    @Override
    public User createUnlessKnown(Identity identity, User user) {
        return switch (tables.write(
                Actions.putNew(table, identityItem(identity, user.id())),
                Actions.putNew(table, profileItem(user)))) {
            case WriteOutcome.Written _ -> user;
            // An own repetition finds the given user here, too.
            case WriteOutcome.Refused refused ->
                    refused.at(IDENTITY_POSITION)
                            .map(this::owner)
                            .orElseThrow(() -> new PermanentFailure("users", "a user has this id"));
        };
    }

    @Override
    public void recordAcceptance(UserId user, Acceptance acceptance) {
        // Two proofs, for either may be asked for anew without the other. The first one stays.
        record(user, "policy#" + acceptance.policyVersion(), acceptance);
        record(user, "age#" + acceptance.minimumAge(), acceptance);
    }

    private void record(UserId user, String consent, Acceptance acceptance) {
        Map<String, AttributeValue> item =
                new HashMap<>(Attributes.key(USER_PREFIX + user, CONSENT_PREFIX + consent));
        item.put(VERSION, Attributes.version());
        item.put(POLICY_VERSION, s(acceptance.policyVersion()));
        item.put(MINIMUM_AGE, n(acceptance.minimumAge()));
        item.put(AT, s(acceptance.at()));
        tables.putNew(table, item);
    }

    private User owner(Map<String, AttributeValue> identityItem) {
        UserId id = new UserId(Attributes.ofItem(identityItem).text(USER));
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
                item.instant(CREATED_AT));
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
        return item;
    }

    private static Map<String, AttributeValue> identityItem(Identity identity, UserId user) {
        Map<String, AttributeValue> item = new HashMap<>(identityKey(identity));
        item.put(VERSION, Attributes.version());
        item.put(USER, s(user.value()));
        item.put(ISSUER, s(identity.issuer()));
        item.put(SUBJECT, s(identity.subject()));
        return item;
    }

    private static Map<String, AttributeValue> profileKey(UserId id) {
        return Attributes.key(USER_PREFIX + id, PROFILE_SORT);
    }

    private static Map<String, AttributeValue> identityKey(Identity identity) {
        String hash = Digest.sha256Hex(identity.issuer() + "\n" + identity.subject());
        return Attributes.key(IDENTITY_PREFIX + hash, IDENTITY_SORT);
    }
}
