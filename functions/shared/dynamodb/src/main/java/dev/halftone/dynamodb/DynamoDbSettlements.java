package dev.halftone.dynamodb;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.PendingTransfer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ends generations over two tables at once.
 *
 * <pre>
 * Studio  pk GENERATION#&lt;id&gt;    sk GENERATION               must be at the revision seen
 * Ledger  pk ACCOUNT#&lt;account&gt;  sk PENDING#&lt;id&gt;             must be pending
 *                               sk ACCOUNT                  must have the credits pending
 *                               sk JOURNAL#POST|VOID#&lt;id&gt;   must be new
 * </pre>
 */
public final class DynamoDbSettlements implements Settlements {

    private static final int GENERATION = 0;
    private static final int TRANSFER = 1;
    private static final int ACCOUNT = 2;
    // A bucket may be cleared by a grant between two attempts, but hardly ever twice.
    private static final int TRIES_MAX = 4;

    private final Tables tables;
    private final String studioTable;
    private final String ledgerTable;

    public DynamoDbSettlements(DynamoDbClient client, String studioTable, String ledgerTable) {
        this.tables = new Tables(client);
        this.studioTable = studioTable;
        this.ledgerTable = ledgerTable;
    }

    @Override
    public boolean settle(Generation before, Generation after) {
        if (!after.state().isTerminal()) {
            throw new IllegalArgumentException("Only an end settles a transfer");
        }
        Map<String, AttributeValue> item =
                tables.get(ledgerTable, TransferItem.key(before.account(), before.id().transfer()));
        if (item.isEmpty()) {
            throw new PermanentFailure("ledger", "no pending transfer for " + before.id());
        }
        if (!TransferItem.isPending(item)) {
            return false;
        }
        PendingTransfer transfer =
                TransferItem.read(before.account(), before.id().transfer(), item);
        return settle(before, after, transfer);
    }

    private boolean settle(Generation before, Generation after, PendingTransfer transfer) {
        String claim = tables.freshClaim();
        TransactWriteItem generation =
                Actions.update(GenerationItem.move(studioTable, before, after, claim));
        Map<GrantId, Bucket> cleared = Map.of();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            switch (write(generation, after, transfer, cleared)) {
                case WriteOutcome.Written _ -> {
                    return true;
                }
                case WriteOutcome.Refused refused -> {
                    Optional<Map<String, AttributeValue>> stored = refused.at(GENERATION);
                    if (stored.isPresent()) {
                        return GenerationItem.isOwn(stored.get(), after, claim);
                    }
                    cleared = cleared(transfer, refused);
                }
            }
        }
        throw new TransientFailure("ledger", "the account changed during every attempt to void");
    }

    private WriteOutcome write(
            TransactWriteItem generation,
            Generation after,
            PendingTransfer transfer,
            Map<GrantId, Bucket> cleared) {
        return switch (after.state()) {
            case GenerationState.Succeeded state ->
                    tables.write(
                            generation,
                            TransferItem.end(
                                    ledgerTable, transfer, TransferItem.State.POSTED, state.at()),
                            AccountItem.post(ledgerTable, transfer),
                            JournalItem.putNew(
                                    ledgerTable, JournalEntry.post(transfer, state.at())));
            case GenerationState.Failed state ->
                    tables.write(
                            generation,
                            TransferItem.end(
                                    ledgerTable, transfer, TransferItem.State.VOIDED, state.at()),
                            AccountItem.giveBack(ledgerTable, transfer, cleared),
                            JournalItem.putNew(
                                    ledgerTable,
                                    JournalEntry.voiding(
                                            transfer, state.reason().code(), state.at())));
            case GenerationState.Accepted _,
                    GenerationState.Submitting _,
                    GenerationState.Running _,
                    GenerationState.Delivering _ ->
                    throw new IllegalArgumentException("Only an end settles a transfer");
        };
    }

    /** Which buckets to make anew, from what the account held when it refused. */
    private Map<GrantId, Bucket> cleared(PendingTransfer transfer, WriteOutcome.Refused refused) {
        Optional<Map<String, AttributeValue>> account =
                refused.at(ACCOUNT).filter(item -> !item.isEmpty());
        if (account.isEmpty() || refused.at(TRANSFER).isPresent()) {
            throw new PermanentFailure("ledger", "transfer and generation disagree");
        }
        Attributes held = Attributes.ofItem(account.get());
        if (held.number(AccountItem.PENDING) < transfer.amount().amount()) {
            throw new PermanentFailure("ledger", "transfer and account disagree");
        }
        Map<GrantId, Bucket> cleared = new HashMap<>();
        for (Drawing.Part part : transfer.drawing().parts()) {
            if (!held.attributes(AccountItem.BUCKETS).has(part.grant().value())) {
                cleared.put(part.grant(), bucket(transfer.account(), part.grant()));
            }
        }
        return cleared;
    }

    private Bucket bucket(AccountId account, GrantId grant) {
        Map<String, AttributeValue> item = tables.get(ledgerTable, GrantItem.key(account, grant));
        if (item.isEmpty()) {
            throw new PermanentFailure("ledger", "a transfer was drawn from no grant");
        }
        return GrantItem.readBucket(grant, item);
    }
}
