package dev.halftone.dynamodb;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.Transferring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Accepts generations over two tables at once.
 *
 * <pre>
 * Studio  pk GENERATION#&lt;id&gt;    sk GENERATION                  must be new
 * Ledger  pk ACCOUNT#&lt;account&gt;  sk PENDING#&lt;id&gt;                must be new
 *                               sk ACCOUNT                     must hold the credits
 *                               sk JOURNAL#PENDING#&lt;id&gt;        must be new
 * </pre>
 */
public final class DynamoDbSubmissions implements Submissions {

    private static final int GENERATION = 0;
    private static final int ACCOUNT = 2;

    private final Tables tables;
    private final Booking booking;
    private final String studioTable;
    private final String ledgerTable;

    public DynamoDbSubmissions(DynamoDbClient client, String studioTable, String ledgerTable) {
        this.tables = new Tables(client);
        this.booking = new Booking(tables, ledgerTable);
        this.studioTable = studioTable;
        this.ledgerTable = ledgerTable;
    }

    @Override
    public Ground ground(GenerationId id, AccountId account) {
        // Read as of one moment: with two reads, a repeat could see the balance that its original
        // left but not yet the original, and be refused for want of credits.
        List<Map<String, AttributeValue>> items =
                tables.getTogether(
                        Get.builder().tableName(studioTable).key(GenerationItem.key(id)).build(),
                        AccountItem.get(ledgerTable, account));
        Map<String, AttributeValue> generation = items.getFirst();
        Map<String, AttributeValue> balance = items.getLast();
        return new Ground(
                generation.isEmpty() ? null : GenerationItem.read(generation),
                AccountItem.readOrEmpty(account, balance));
    }

    @Override
    public StoreOutcome accept(Generation generation, PendingTransfer transfer) {
        String claim = tables.freshClaim();
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(GenerationItem.putNew(studioTable, generation, claim));
        actions.add(TransferItem.putNew(ledgerTable, transfer));
        actions.addAll(booking.actions(Transferring.pending(transfer), false, claim));
        return switch (tables.write(actions)) {
            case WriteOutcome.Written _ -> new StoreOutcome.Stored();
            case WriteOutcome.Refused refused -> refusal(generation, refused, claim);
        };
    }

    /** The generation first: whether it exists decides what an empty account means. */
    private static StoreOutcome refusal(
            Generation generation, WriteOutcome.Refused refused, String claim) {
        Optional<Map<String, AttributeValue>> existing = refused.at(GENERATION);
        if (existing.isPresent()) {
            return GenerationItem.isOwn(existing.get(), generation, claim)
                    ? new StoreOutcome.Stored()
                    : new StoreOutcome.AlreadyStored(GenerationItem.read(existing.get()));
        }
        if (refused.at(ACCOUNT).isPresent()) {
            return new StoreOutcome.AccountChanged();
        }
        throw new PermanentFailure("ledger", "a transfer exists without its generation");
    }
}
