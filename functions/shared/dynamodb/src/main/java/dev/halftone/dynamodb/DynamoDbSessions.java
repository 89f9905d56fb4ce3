package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Sessions and the state of users in the Sessions table.
 *
 * <pre>
 * pk USER#&lt;user&gt;  sk SESSION#&lt;SHA-256 of the token's secret&gt;
 *                 sk STATE
 * </pre>
 *
 * So one batch of two keys answers every request, and all sessions of a user lie together.
 */
public final class DynamoDbSessions implements Sessions {

    private static final String USER_PREFIX = "USER#";
    private static final String SESSION_PREFIX = "SESSION#";
    private static final String STATE_SORT = "STATE";
    private static final String ACCOUNT = "accountId"; // S
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String IDLE_EXPIRES_AT = "idleExpiresAt"; // S, instant
    private static final String ENDS_AT = "endsAt"; // S, instant
    private static final String EXPIRES_AT = "expiresAt"; // N, epoch seconds, the table's TTL
    private static final String STANDING = "standing"; // S
    private static final String POLICY_VERSION = "policyVersion"; // S, once accepted
    private static final String MINIMUM_AGE = "minimumAge"; // N, years, once accepted
    private static final String ACCEPTED_AT = "acceptedAt"; // S, instant, once accepted

    private final Tables tables;
    private final DynamoDbClient client;
    private final String table;

    public DynamoDbSessions(DynamoDbClient client, String table) {
        this.tables = new Tables(client);
        this.client = client;
        this.table = table;
    }

    @Override
    public void open(Session session) {
        Map<String, AttributeValue> item =
                new HashMap<>(sessionKey(session.user(), session.tokenHash()));
        item.put(VERSION, Attributes.version());
        item.put(ACCOUNT, s(session.account().value()));
        item.put(CREATED_AT, s(session.createdAt()));
        item.put(IDLE_EXPIRES_AT, s(session.idleExpiresAt()));
        item.put(ENDS_AT, s(session.expiresAt()));
        item.put(EXPIRES_AT, n(timeToLive(session)));
        tables.call(() -> client.putItem(put -> put.tableName(table).item(item)));
    }

    @Override
    public Optional<SignedIn> find(SessionToken token) {
        String sort = SESSION_PREFIX + token.hash();
        List<Map<String, AttributeValue>> items =
                tables.getAll(
                        table,
                        List.of(
                                sessionKey(token.user(), token.hash()),
                                Attributes.key(pk(token.user()), STATE_SORT)));
        UserState state =
                item(items, STATE_SORT).map(DynamoDbSessions::state).orElse(UserState.fresh());
        return item(items, sort).map(item -> new SignedIn(session(token, item), state));
    }

    private static Optional<Attributes> item(List<Map<String, AttributeValue>> items, String sort) {
        return items.stream()
                .map(Attributes::ofItem)
                .filter(item -> item.text(SK).equals(sort))
                .findFirst();
    }

    private static Session session(SessionToken token, Attributes item) {
        return new Session(
                token.user(),
                new AccountId(item.text(ACCOUNT)),
                token.hash(),
                item.instant(CREATED_AT),
                item.instant(IDLE_EXPIRES_AT),
                item.instant(ENDS_AT));
    }

    private static UserState state(Attributes item) {
        UserState.Standing standing = UserState.Standing.valueOf(item.text(STANDING));
        return new UserState(
                standing,
                item.has(POLICY_VERSION)
                        ? new Acceptance(
                                item.text(POLICY_VERSION),
                                Math.toIntExact(item.number(MINIMUM_AGE)),
                                item.instant(ACCEPTED_AT))
                        : null);
    }

    @Override
    public void extend(Session session) {
        try {
            tables.call(
                    () ->
                            client.updateItem(
                                    update ->
                                            update.tableName(table)
                                                    .key(
                                                            sessionKey(
                                                                    session.user(),
                                                                    session.tokenHash()))
                                                    .updateExpression(
                                                            "SET idleExpiresAt = :idle,"
                                                                    + " expiresAt = :ttl")
                                                    .conditionExpression("attribute_exists(pk)")
                                                    .expressionAttributeValues(
                                                            Map.of(
                                                                    ":idle",
                                                                    s(session.idleExpiresAt()),
                                                                    ":ttl",
                                                                    n(timeToLive(session))))));
        } catch (ConditionalCheckFailedException _) {
            // Closed meanwhile, and closed it stays.
        }
    }

    @Override
    public void close(SessionToken token) {
        Map<String, AttributeValue> key = sessionKey(token.user(), token.hash());
        tables.call(() -> client.deleteItem(delete -> delete.tableName(table).key(key)));
    }

    @Override
    public void accept(UserId user, Acceptance acceptance) {
        Map<String, AttributeValue> values =
                Map.of(
                        ":v", Attributes.version(),
                        ":active", s(UserState.Standing.ACTIVE.name()),
                        ":policy", s(acceptance.policyVersion()),
                        ":age", n(acceptance.minimumAge()),
                        ":at", s(acceptance.at()));
        tables.call(
                () ->
                        client.updateItem(
                                update ->
                                        update.tableName(table)
                                                .key(Attributes.key(pk(user), STATE_SORT))
                                                .updateExpression(
                                                        "SET v = :v, standing ="
                                                            + " if_not_exists(standing, :active),"
                                                            + " policyVersion = :policy, minimumAge"
                                                            + " = :age, acceptedAt = :at")
                                                .expressionAttributeValues(values)));
    }

    /** The table forgets a session soon after it cannot be used any more. */
    private static long timeToLive(Session session) {
        Instant idle = session.idleExpiresAt();
        Instant end = session.expiresAt();
        return (idle.isBefore(end) ? idle : end).getEpochSecond() + 1;
    }

    private static String pk(UserId user) {
        return USER_PREFIX + user;
    }

    private static Map<String, AttributeValue> sessionKey(UserId user, String tokenHash) {
        return Attributes.key(pk(user), SESSION_PREFIX + tokenHash);
    }
}
