package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Sessions and the state of users in the Sessions table, as {@link SessionItems} lays them out: one
 * batch of two keys answers every request, and all sessions of a user lie together.
 */
public final class DynamoDbSessions implements Sessions {

    private static final Comparator<Session> YOUNGEST_FIRST =
            Comparator.comparing(Session::createdAt).reversed().thenComparing(Session::tokenHash);

    private final Tables tables;
    private final String table;

    public DynamoDbSessions(DynamoDbClient client, String table) {
        this.tables = new Tables(client);
        this.table = table;
    }

    @Override
    public void open(Session session) {
        tables.put(table, SessionItems.item(session));
        all(session.user()).stream()
                .filter(each -> each.isLive(session.createdAt()))
                .skip(Session.PER_PERSON_MAX)
                .forEach(this::close);
    }

    @Override
    public Optional<SignedIn> find(SessionToken token) {
        return find(
                token.user(),
                SessionItems.SESSION_PREFIX + token.hash(),
                (item, state) -> new SignedIn(SessionItems.session(item), state));
    }

    @Override
    public Optional<SignedIn> find(ApiTokenSecret token) {
        return find(
                token.user(),
                SessionItems.TOKEN_PREFIX + token.hash(),
                (item, state) -> new SignedIn(SessionItems.token(item), state));
    }

    private Optional<SignedIn> find(
            UserId user, String sort, BiFunction<Attributes, UserState, SignedIn> read) {
        List<Map<String, AttributeValue>> items =
                tables.getAll(
                        table,
                        List.of(
                                Attributes.key(SessionItems.pk(user), sort),
                                SessionItems.stateKey(user)));
        UserState state =
                item(items, SessionItems.STATE_SORT)
                        .map(SessionItems::state)
                        .orElse(UserState.fresh());
        return item(items, sort).map(item -> read.apply(item, state));
    }

    private static Optional<Attributes> item(List<Map<String, AttributeValue>> items, String sort) {
        return items.stream()
                .map(Attributes::ofItem)
                .filter(item -> item.text(SK).equals(sort))
                .findFirst();
    }

    @Override
    public List<Session> all(UserId user) {
        return tables
                .query(SessionItems.allOf(table, user, SessionItems.SESSION_PREFIX))
                .items()
                .stream()
                .map(Attributes::ofItem)
                .map(SessionItems::session)
                .sorted(YOUNGEST_FIRST)
                .toList();
    }

    @Override
    public void extend(Session session) {
        // A refusal: closed meanwhile, and closed it stays.
        tables.update(
                Update.builder()
                        .tableName(table)
                        .key(SessionItems.sessionKey(session.user(), session.tokenHash()))
                        .updateExpression("SET idleExpiresAt = :idle, expiresAt = :ttl")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":idle",
                                        s(session.idleExpiresAt()),
                                        ":ttl",
                                        n(SessionItems.timeToLive(session))))
                        .build());
    }

    @Override
    public void noteUse(ApiToken token) {
        Instant usedAt = token.lastUsedAt();
        if (usedAt == null) {
            throw new IllegalArgumentException("The token was not used");
        }
        // A refusal: revoked meanwhile, and revoked it stays.
        tables.update(
                Update.builder()
                        .tableName(table)
                        .key(SessionItems.tokenKey(token.user(), token.tokenHash()))
                        .updateExpression("SET lastUsedAt = :at")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeValues(Map.of(":at", s(usedAt)))
                        .build());
    }

    @Override
    public void close(SessionToken token) {
        tables.delete(table, SessionItems.sessionKey(token.user(), token.hash()));
    }

    @Override
    public void close(Session session) {
        tables.delete(table, SessionItems.sessionKey(session.user(), session.tokenHash()));
    }

    @Override
    public void endBefore(UserId user, Instant moment) {
        setState(user, "sessionsValidAfter = :after", Map.of(":after", s(moment)));
    }

    @Override
    public void accept(UserId user, Acceptance acceptance) {
        setState(
                user,
                "policyVersion = :policy, minimumAge = :age, acceptedAt = :at",
                Map.of(
                        ":policy", s(acceptance.policyVersion()),
                        ":age", n(acceptance.minimumAge()),
                        ":at", s(acceptance.at())));
    }

    @Override
    public void changeStanding(UserId user, UserState.Standing standing) {
        update(
                user,
                "SET v = :v, standing = :standing",
                Map.of(":v", Attributes.version(), ":standing", s(standing.name())));
    }

    @Override
    public void changeRole(UserId user, UserState.Role role) {
        setState(user, "userRole = :role", Map.of(":role", s(role.name())));
    }

    private void setState(UserId user, String change, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":v", Attributes.version());
        all.put(":active", s(UserState.Standing.ACTIVE.name()));
        update(user, "SET v = :v, standing = if_not_exists(standing, :active), " + change, all);
    }

    private void update(UserId user, String expression, Map<String, AttributeValue> values) {
        tables.update(
                Update.builder()
                        .tableName(table)
                        .key(SessionItems.stateKey(user))
                        .updateExpression(expression)
                        .expressionAttributeValues(values)
                        .build());
    }
}
