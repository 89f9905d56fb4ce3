package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.Granting;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;     sk ACCOUNT                   balances and buckets: {@link AccountItem}
 *                          sk GRANT#&lt;grant&gt;             what was granted: {@link GrantItem}
 *                          sk BUCKET#&lt;bucket&gt;           when it expires: {@link BucketItem}
 *                          sk PENDING#&lt;transfer&gt;        a transfer: {@link TransferItem}
 *                          sk JOURNAL#&lt;kind&gt;#&lt;subject&gt;  a line: {@link JournalItem}
 * pk KEY#&lt;business key&gt;   sk KEY                       granted for this, once, for ever
 * </pre>
 */
public final class DynamoDbLedger implements Ledger {

    private static final String STATEMENT_INDEX = "statement";

    private final Tables tables;
    private final Booking booking;
    private final String table;

    public DynamoDbLedger(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.booking = new Booking(tables, ledgerTable);
        this.table = ledgerTable;
    }

    @Override
    public Optional<Account> account(AccountId id) {
        Map<String, AttributeValue> item = tables.get(table, AccountItem.key(id));
        return item.isEmpty() ? Optional.empty() : Optional.of(AccountItem.read(id, item));
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        return booking.book(() -> attempt(grant));
    }

    private Booking.Attempt<GrantOutcome> attempt(Grant grant) {
        Map<String, AttributeValue> marker = tables.get(table, GrantItem.markerKey(grant.key()));
        if (!marker.isEmpty()) {
            Map<String, AttributeValue> former = tables.get(table, GrantItem.markedKey(marker));
            return new Booking.Attempt<>(
                    new Decision.Answer<>(Granting.repeated(grant, GrantItem.read(former).grant())),
                    false,
                    List.of());
        }
        Optional<Account> seen = account(grant.account());
        return new Booking.Attempt<>(
                Granting.grant(grant, seen.orElseGet(() -> Account.empty(grant.account()))),
                seen.isEmpty(),
                List.of(GrantItem.putNewMarker(table, grant), GrantItem.putNew(table, grant)));
    }

    @Override
    public Optional<GrantState> grant(AccountId account, GrantId grant) {
        Map<String, AttributeValue> item = tables.get(table, GrantItem.key(account, grant));
        return item.isEmpty() ? Optional.empty() : Optional.of(GrantItem.read(item));
    }

    @Override
    public AdmitOutcome admit(AccountId account, Instant at) {
        return booking.book(
                () ->
                        new Booking.Attempt<>(
                                Granting.admit(
                                        account(account).orElseGet(() -> Account.empty(account)),
                                        at),
                                false,
                                List.of()));
    }

    @Override
    public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(STATEMENT_INDEX)
                        .keyConditionExpression("pk = :account")
                        .expressionAttributeValues(Map.of(":account", s(AccountItem.pk(account))))
                        .scanIndexForward(false)
                        .consistentRead(true);
        if (cursor != null) {
            String order = Cursor.read(cursor, JournalItem.STATEMENT_ORDER_FORM);
            query.exclusiveStartKey(JournalItem.statementKey(account, order));
        }
        return tables.page(
                query, limit, JournalItem.STATEMENT_ORDER, item -> JournalItem.read(account, item));
    }
}
