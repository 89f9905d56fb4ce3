package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * What lies under {@code USER#<user>} in the Sessions and the Accounts table, the identities that
 * it links to, and what the person's account bought in the Ledger table. Attributes are read as
 * they lie, whatever wrote them.
 */
public final class DynamoDbOwnRecords implements OwnRecords {

    private static final String EXPIRES_AT = "expiresAt"; // N, epoch seconds, the tables' TTL

    private final Tables tables;
    private final String sessions;
    private final String accounts;
    private final String ledger;

    public DynamoDbOwnRecords(
            DynamoDbClient client, String sessionsTable, String accountsTable, String ledgerTable) {
        this.tables = new Tables(client);
        this.sessions = sessionsTable;
        this.accounts = accountsTable;
        this.ledger = ledgerTable;
    }

    @Override
    public List<StoredRecord> of(UserId user, AccountId account, Instant now) {
        List<StoredRecord> records = new ArrayList<>();
        String person = IdentityItems.USER_PREFIX + user;
        for (Map<String, AttributeValue> item : items(accounts, person, null)) {
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
        items(sessions, person, null).forEach(item -> add(records, Table.SESSIONS, item, now));
        bought(account).forEach(item -> add(records, Table.LEDGER, item, now));
        return records;
    }

    /** What the account ordered and paid; what it did with its credits is its statement. */
    private List<Map<String, AttributeValue>> bought(AccountId account) {
        String pk = AccountItem.pk(account);
        List<Map<String, AttributeValue>> items =
                new ArrayList<>(items(ledger, pk, OrderItem.PREFIX));
        for (Map<String, AttributeValue> paid : items(ledger, pk, PaymentItem.LISTED)) {
            items.add(tables.get(ledger, PaymentItem.keyOf(paid)));
        }
        return items;
    }

    /** Those of one partition, or those of it whose sort keys begin so. */
    private List<Map<String, AttributeValue>> items(
            String table, String pk, @Nullable String prefix) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":pk", s(pk)));
        if (prefix != null) {
            values.put(":prefix", s(prefix));
        }
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression(
                                prefix == null
                                        ? "pk = :pk"
                                        : "pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(values)
                        .consistentRead(true);
        List<Map<String, AttributeValue>> items = new ArrayList<>();
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
        item.forEach((name, value) -> put(values, name, value));
        String kind = new Attributes(item).text(Attributes.SK).split("#", 2)[0];
        records.add(new StoredRecord(table.logicalId(), kind, values));
    }

    /** What lies in a map is named by the way to it. */
    private static void put(Map<String, Object> values, String path, AttributeValue value) {
        if (value.hasM()) {
            value.m().forEach((name, inner) -> put(values, path + "." + name, inner));
        } else {
            values.put(path, plain(value));
        }
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
