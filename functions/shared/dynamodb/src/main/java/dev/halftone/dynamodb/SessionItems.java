package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.Scope;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionOrigin;
import dev.halftone.core.account.SignInAddress;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The items of the Sessions table.
 *
 * <pre>
 * pk USER#&lt;user&gt;  sk SESSION#&lt;SHA-256 of the token's secret&gt;
 *                 sk TOKEN#&lt;SHA-256 of the API token's secret&gt;
 *                 sk ADDRESS#&lt;id of the session&gt;
 *                 sk TOKENS   how often tokens were made
 *                 sk STATE
 * </pre>
 */
final class SessionItems {

    static final String SESSION_PREFIX = "SESSION#";
    static final String TOKEN_PREFIX = "TOKEN#";
    static final String ADDRESS_SORT = "ADDRESS#";
    static final String STATE_SORT = "STATE";
    static final String TOKENS_SORT = "TOKENS";
    static final String SERIAL = "serial"; // N, of TOKENS

    // Twenty that live, and those that ended and that the table has not removed yet.
    private static final int READ_MAX = 200;
    private static final String USER_PREFIX = "USER#";
    private static final String ID = "id"; // S
    private static final String ACCOUNT = "accountId"; // S
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String AUTHENTICATED_AT = "authenticatedAt"; // S, instant
    private static final String IDLE_EXPIRES_AT = "idleExpiresAt"; // S, instant
    private static final String ENDS_AT = "endsAt"; // S, instant
    private static final String EXPIRES_AT = "expiresAt"; // N, epoch seconds, the table's TTL
    private static final String WAY = "way"; // S
    private static final String DEVICE = "device"; // S
    private static final String ADDRESS_PREFIX = "addressPrefix"; // S
    private static final String ADDRESS = "address"; // S
    private static final String STANDING = "standing"; // S
    private static final String ROLE = "userRole"; // S, once set
    private static final String VALID_AFTER = "sessionsValidAfter"; // S, instant, if ever ended
    private static final String POLICY_VERSION = "policyVersion"; // S, once accepted
    private static final String MINIMUM_AGE = "minimumAge"; // N, years, once accepted
    private static final String ACCEPTED_AT = "acceptedAt"; // S, instant, once accepted
    private static final String NAME = "name"; // S
    private static final String SCOPES = "scopes"; // SS
    private static final String LAST_USED_AT = "lastUsedAt"; // S, instant, once used
    private static final String LAST_FOUR = "lastFour"; // S

    private SessionItems() {}

    static String pk(UserId user) {
        return USER_PREFIX + user;
    }

    static Map<String, AttributeValue> sessionKey(UserId user, String tokenHash) {
        return Attributes.key(pk(user), SESSION_PREFIX + tokenHash);
    }

    static Map<String, AttributeValue> tokenKey(UserId user, String tokenHash) {
        return Attributes.key(pk(user), TOKEN_PREFIX + tokenHash);
    }

    static Map<String, AttributeValue> stateKey(UserId user) {
        return Attributes.key(pk(user), STATE_SORT);
    }

    /** All of a person whose sort key begins like this: one page, for there are few. */
    static QueryRequest allOf(String table, UserId user, String prefix) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(Map.of(":pk", s(pk(user)), ":prefix", s(prefix)))
                .limit(READ_MAX)
                .build();
    }

    static Map<String, AttributeValue> item(Session session) {
        Map<String, AttributeValue> item =
                new HashMap<>(sessionKey(session.user(), session.tokenHash()));
        item.put(VERSION, Attributes.version());
        item.put(ACCOUNT, s(session.account().value()));
        item.put(ID, s(session.id()));
        item.put(CREATED_AT, s(session.createdAt()));
        item.put(AUTHENTICATED_AT, s(session.authenticatedAt()));
        item.put(IDLE_EXPIRES_AT, s(session.idleExpiresAt()));
        item.put(ENDS_AT, s(session.expiresAt()));
        item.put(EXPIRES_AT, n(timeToLive(session)));
        item.put(WAY, s(session.origin().way()));
        item.put(DEVICE, s(session.origin().device()));
        item.put(ADDRESS_PREFIX, s(session.origin().addressPrefix()));
        return item;
    }

    static Session session(Attributes item) {
        String tokenHash = item.text(SK).substring(SESSION_PREFIX.length());
        Instant createdAt = item.instant(CREATED_AT);
        return new Session(
                user(item),
                new AccountId(item.text(ACCOUNT)),
                item.optionalText(ID).orElseGet(() -> Session.idOf(tokenHash)),
                tokenHash,
                createdAt,
                item.optionalInstant(AUTHENTICATED_AT).orElse(createdAt),
                item.instant(IDLE_EXPIRES_AT),
                item.instant(ENDS_AT),
                origin(item));
    }

    // Sessions that were opened before origins were kept live on without one.
    private static SessionOrigin origin(Attributes item) {
        return item.has(WAY)
                ? new SessionOrigin(item.text(WAY), item.text(DEVICE), item.text(ADDRESS_PREFIX))
                : SessionOrigin.UNKNOWN;
    }

    static Map<String, AttributeValue> item(ApiToken token) {
        Map<String, AttributeValue> item = new HashMap<>(tokenKey(token.user(), token.tokenHash()));
        item.put(VERSION, Attributes.version());
        item.put(ACCOUNT, s(token.account().value()));
        item.put(NAME, s(token.name()));
        item.put(
                SCOPES,
                AttributeValue.fromSs(token.scopes().stream().map(Scope::label).sorted().toList()));
        item.put(CREATED_AT, s(token.createdAt()));
        item.put(ENDS_AT, s(token.expiresAt()));
        item.put(EXPIRES_AT, n(token.expiresAt().getEpochSecond() + 1));
        item.put(LAST_FOUR, s(token.lastFour()));
        return item;
    }

    static ApiToken token(Attributes item) {
        return new ApiToken(
                user(item),
                new AccountId(item.text(ACCOUNT)),
                item.text(SK).substring(TOKEN_PREFIX.length()),
                item.text(NAME),
                scopes(item.texts(SCOPES)),
                item.instant(CREATED_AT),
                item.instant(ENDS_AT),
                item.optionalInstant(LAST_USED_AT).orElse(null),
                item.text(LAST_FOUR));
    }

    // One that a newer version made for more than this one knows is not made for more here.
    private static Set<Scope> scopes(List<String> labels) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        labels.forEach(label -> Scope.parse(label).ifPresent(scopes::add));
        return scopes;
    }

    static UserState state(Attributes item) {
        return new UserState(
                UserState.Standing.valueOf(item.text(STANDING)),
                item.optionalText(ROLE).map(UserState.Role::valueOf).orElse(UserState.Role.USER),
                item.has(POLICY_VERSION)
                        ? new Acceptance(
                                item.text(POLICY_VERSION),
                                Math.toIntExact(item.number(MINIMUM_AGE)),
                                item.instant(ACCEPTED_AT))
                        : null,
                item.optionalInstant(VALID_AFTER).orElse(null));
    }

    static Map<String, AttributeValue> item(SignInAddress address) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        Attributes.key(pk(address.user()), ADDRESS_SORT + address.sessionId()));
        item.put(VERSION, Attributes.version());
        item.put(ADDRESS, s(address.address()));
        item.put(ENDS_AT, s(address.readableUntil()));
        item.put(EXPIRES_AT, n(address.readableUntil().getEpochSecond()));
        return item;
    }

    static SignInAddress address(Attributes item) {
        return new SignInAddress(
                user(item),
                item.text(SK).substring(ADDRESS_SORT.length()),
                item.text(ADDRESS),
                item.instant(ENDS_AT));
    }

    /** The table forgets a session soon after it cannot be used any more. */
    static long timeToLive(Session session) {
        return session.endsAt().getEpochSecond() + 1;
    }

    private static UserId user(Attributes item) {
        return new UserId(item.text(PK).substring(USER_PREFIX.length()));
    }
}
