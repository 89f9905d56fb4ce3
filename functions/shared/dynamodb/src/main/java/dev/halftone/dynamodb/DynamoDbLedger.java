package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Accounts and their journal in the Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;     sk ACCOUNT                   balances and buckets: {@link AccountItem}
 *                          sk GRANT#&lt;grant&gt;             what was granted: {@link GrantItem}
 *                          sk PENDING#&lt;transfer&gt;        a transfer: {@link TransferItem}
 *                          sk JOURNAL#&lt;kind&gt;#&lt;subject&gt;  a line: {@link JournalItem}
 * pk KEY#&lt;business key&gt;   sk KEY                       granted for this, once, for ever
 * </pre>
 */
public final class DynamoDbLedger implements Ledger {

    private static final String STATEMENT_INDEX = "statement";
    private static final int TRIES_MAX = 8;
    private static final int MARKER = 0;
    private static final int ACCOUNT = 2;

    private final Tables tables;
    private final String table;

    public DynamoDbLedger(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public Optional<Account> account(AccountId id) {
        Map<String, AttributeValue> item = tables.get(table, AccountItem.key(id));
        return item.isEmpty() ? Optional.empty() : Optional.of(AccountItem.read(id, item));
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        String claim = tables.freshClaim();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Account> seen = account(grant.account());
            if (seen.isPresent() && isFull(seen.get())) {
                return tables.get(table, GrantItem.markerKey(grant.key())).isEmpty()
                        ? new GrantOutcome.TooManyBuckets()
                        : new GrantOutcome.AlreadyGranted();
            }
            switch (write(grant, seen, claim)) {
                case WriteOutcome.Written _ -> {
                    return new GrantOutcome.Granted(grant.amount());
                }
                case WriteOutcome.Refused refused -> {
                    Optional<Map<String, AttributeValue>> marker = refused.at(MARKER);
                    if (marker.isPresent()) {
                        return GrantItem.isOwnMarker(marker.get(), claim)
                                ? new GrantOutcome.Granted(grant.amount())
                                : new GrantOutcome.AlreadyGranted();
                    }
                    if (refused.at(ACCOUNT).isEmpty()) {
                        throw new PermanentFailure("ledger", "a grant exists without its key");
                    }
                    // Throws if this is what refused: beyond a long no read would succeed.
                    seen.ifPresent(account -> account.granted().plus(grant.amount()));
                }
            }
        }
        throw new TransientFailure("ledger", "the account changed during every attempt to grant");
    }

    private WriteOutcome write(Grant grant, Optional<Account> seen, String claim) {
        TransactWriteItem account =
                seen.map(known -> AccountItem.grant(table, grant, known))
                        .orElseGet(() -> AccountItem.open(table, grant));
        return tables.write(
                GrantItem.putNewMarker(table, grant, claim),
                GrantItem.putNew(table, grant),
                account,
                JournalItem.putNew(table, JournalEntry.of(grant)));
    }

    private static boolean isFull(Account account) {
        return account.buckets().stream().filter(bucket -> !bucket.remaining().isZero()).count()
                >= Drawing.PARTS_MAX;
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
