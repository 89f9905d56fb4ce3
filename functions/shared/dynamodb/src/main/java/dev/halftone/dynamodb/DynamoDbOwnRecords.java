package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.privacy.OwnRecords;
import dev.halftone.core.privacy.StoredRecord;
import dev.halftone.core.privacy.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * What lies under {@code USER#<user>} in the Sessions and the Accounts table, and the identities
 * that it links to. Attributes are read as they lie, whatever wrote them.
 */
public final class DynamoDbOwnRecords implements OwnRecords {

    private static final String EXPIRES_AT = "expiresAt"; // N, epoch seconds, the tables' TTL

    private final Tables tables;
    private final String sessions;
    private final String accounts;

    public DynamoDbOwnRecords(DynamoDbClient client, String sessionsTable, String accountsTable) {
        this.tables = new Tables(client);
        this.sessions = sessionsTable;
        this.accounts = accountsTable;
    }

    @Override
    public List<StoredRecord> of(UserId user, Instant now) {
        List<StoredRecord> records = new ArrayList<>();
        for (Map<String, AttributeValue> item : partition(accounts, user)) {
            add(records, Table.ACCOUNTS, item, now);
            String sort = new Attributes(item).text(Attributes.SK);
            if (sort.startsWith(IdentityItems.LINK_PREFIX)) {
                IdentityId linked =
                        IdentityId.ofHash(sort.substring(IdentityItems.LINK_PREFIX.length()));
                add(
                        records,
                        Table.ACCOUNTS,
                        tables.get(accounts, IdentityItems.identityKey(linked)),
                        now);
            }
        }
        partition(sessions, user).forEach(item -> add(records, Table.SESSIONS, item, now));
        return records;
    }

    private List<Map<String, AttributeValue>> partition(String table, UserId user) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(
                                Map.of(":pk", s(IdentityItems.USER_PREFIX + user)))
                        .consistentRead(true);
        QueryResponse page;
        do {
            page = tables.query(query.build());
            items.addAll(page.items());
            if (items.size() > RECORDS_MAX) {
                throw new PermanentFailure(
                        "dynamodb", "a person has more records than there can be");
            }
            query.exclusiveStartKey(page.lastEvaluatedKey());
        } while (page.hasLastEvaluatedKey());
        return items;
    }

    private static void add(
            List<StoredRecord> records,
            Table table,
            Map<String, AttributeValue> item,
            Instant now) {
        // An expired row may lie there for days yet; an identity may have been unlinked just now.
        AttributeValue expiry = item.get(EXPIRES_AT);
        if (item.isEmpty()
                || (expiry != null && Long.parseLong(expiry.n()) <= now.getEpochSecond())) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        item.forEach((name, value) -> values.put(name, plain(value)));
        String kind = new Attributes(item).text(Attributes.SK).split("#", 2)[0];
        records.add(new StoredRecord(table.logicalId(), kind, values));
    }

    private static Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> Long.valueOf(value.n());
            case BOOL -> value.bool();
            case SS -> value.ss();
            default ->
                    throw new PermanentFailure(
                            "dynamodb", "no record of a person holds a " + value.type());
        };
    }
}
