package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokens;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * API tokens in the Sessions table, as {@link SessionItems} lays them out. Making one moves a
 * number that was read before the others were counted, so that two at once cannot both be the last.
 */
public final class DynamoDbApiTokens implements ApiTokens {

    private static final int TRIES_MAX = 8;

    private final Tables tables;
    private final String table;

    public DynamoDbApiTokens(DynamoDbClient client, String table) {
        this.tables = new Tables(client);
        this.table = table;
    }

    @Override
    public boolean create(ApiToken token, Instant now) {
        for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
            long serial = serial(token.user());
            List<ApiToken> others = all(token.user(), now);
            // Written by the attempt before, whose answer was lost.
            if (others.stream().anyMatch(each -> each.tokenHash().equals(token.tokenHash()))) {
                return true;
            }
            if (others.size() >= ApiToken.PER_PERSON_MAX) {
                return false;
            }
            WriteOutcome outcome = tables.write(next(token.user(), serial), put(token));
            if (outcome instanceof WriteOutcome.Written) {
                return true;
            }
        }
        throw new TransientFailure("dynamodb", "tokens are made faster than they can be counted");
    }

    private long serial(UserId user) {
        Map<String, AttributeValue> item = tables.get(table, serialKey(user));
        return item.isEmpty() ? 0 : Attributes.ofItem(item).number(SessionItems.SERIAL);
    }

    private TransactWriteItem next(UserId user, long serial) {
        Map<String, AttributeValue> item = new HashMap<>(serialKey(user));
        item.put(VERSION, Attributes.version());
        item.put(SessionItems.SERIAL, n(serial + 1));
        Put.Builder put = Put.builder().tableName(table).item(item);
        return TransactWriteItem.builder()
                .put(
                        serial == 0
                                ? put.conditionExpression(Tables.NOT_EXISTS).build()
                                : put.conditionExpression("serial = :serial")
                                        .expressionAttributeValues(Map.of(":serial", n(serial)))
                                        .build())
                .build();
    }

    private TransactWriteItem put(ApiToken token) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(SessionItems.item(token)))
                .build();
    }

    private static Map<String, AttributeValue> serialKey(UserId user) {
        return Attributes.key(SessionItems.pk(user), SessionItems.TOKENS_SORT);
    }

    @Override
    public List<ApiToken> all(UserId user, Instant now) {
        return tables
                .query(SessionItems.allOf(table, user, SessionItems.TOKEN_PREFIX))
                .items()
                .stream()
                .map(Attributes::ofItem)
                .map(SessionItems::token)
                .filter(token -> token.isLive(now))
                .sorted(
                        Comparator.comparing(ApiToken::createdAt)
                                .reversed()
                                .thenComparing(ApiToken::id))
                .toList();
    }

    @Override
    public Optional<ApiToken> revoke(UserId user, String id, Instant now) {
        Optional<ApiToken> found =
                all(user, now).stream().filter(token -> token.id().equals(id)).findFirst();
        found.ifPresent(
                token -> tables.delete(table, SessionItems.tokenKey(user, token.tokenHash())));
        return found;
    }
}
