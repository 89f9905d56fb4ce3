package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.AccountEvents;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What was changed about accounts, in the Accounts table.
 *
 * <pre>
 * pk USER#&lt;user&gt;  sk EVENT#&lt;epoch millis, 13 digits&gt;#&lt;random&gt;
 * </pre>
 */
public final class DynamoDbAccountEvents implements AccountEvents {

    private static final String USER_PREFIX = "USER#";
    private static final String EVENT_PREFIX = "EVENT#";
    private static final String KIND = "kind"; // S
    private static final String AT = "at"; // S, instant
    private static final String WAY = "way"; // S, optional
    private static final String DEVICE = "device"; // S, optional
    private static final String EXPIRES_AT = "expiresAt"; // N, epoch seconds, the table's TTL

    private final Tables tables;
    private final String table;

    public DynamoDbAccountEvents(DynamoDbClient client, String accountsTable) {
        this.tables = new Tables(client);
        this.table = accountsTable;
    }

    @Override
    public void record(UserId user, AccountEvent event) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        Attributes.key(
                                USER_PREFIX + user, from(event.at()) + "#" + tables.freshClaim()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(KIND, s(event.kind().name()));
        item.put(AT, s(event.at()));
        if (event.way() != null) {
            item.put(WAY, s(event.way()));
        }
        if (event.device() != null) {
            item.put(DEVICE, s(event.device()));
        }
        item.put(EXPIRES_AT, n(event.at().plus(KEPT).getEpochSecond()));
        tables.put(table, item);
    }

    @Override
    public List<AccountEvent> recent(UserId user, Instant now) {
        return tables
                .query(
                        QueryRequest.builder()
                                .tableName(table)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk", s(USER_PREFIX + user),
                                                // An expired row may lie there for days yet.
                                                ":first", s(from(now.minus(KEPT))),
                                                ":last", s(EVENT_PREFIX + ":")))
                                .scanIndexForward(false)
                                .limit(LISTED_MAX)
                                .consistentRead(true)
                                .build())
                .items()
                .stream()
                .map(item -> read(Attributes.ofItem(item)))
                .toList();
    }

    private static String from(Instant at) {
        return EVENT_PREFIX + "%013d".formatted(at.toEpochMilli());
    }

    private static AccountEvent read(Attributes item) {
        return new AccountEvent(
                AccountEvent.Kind.valueOf(item.text(KIND)),
                item.instant(AT),
                item.optionalText(WAY).orElse(null),
                item.optionalText(DEVICE).orElse(null));
    }
}
