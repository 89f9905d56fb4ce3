package dev.halftone.dynamodb;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.TransferState;
import dev.halftone.core.ledger.Transferring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ends generations over two tables at once.
 *
 * <pre>
 * Studio  pk GENERATION#&lt;id&gt;    sk GENERATION               must be at the revision seen
 *         pk ENDED              sk ENDED#&lt;day&gt;#...           counted, whatever it is
 *         pk ASSETS#&lt;user&gt;      sk STORED                   counts what is kept from now on
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
    private final Booking booking;
    private final String studioTable;
    private final String ledgerTable;

    public DynamoDbSettlements(DynamoDbClient client, String studioTable, String ledgerTable) {
        this.tables = new Tables(client);
        this.booking = new Booking(tables, ledgerTable);
        this.studioTable = studioTable;
        this.ledgerTable = ledgerTable;
    }

    /** What ends a transfer: the mark on it, and the movement. */
    private record End(TransactWriteItem mark, Movement movement) {}

    @Override
    public boolean settle(Generation before, Generation after, Credits charged) {
        if (!after.state().isTerminal()) {
            throw notTerminal();
        }
        Map<String, AttributeValue> item =
                tables.get(ledgerTable, TransferItem.key(before.account(), before.id().transfer()));
        if (item.isEmpty()) {
            throw new PermanentFailure("ledger", "no pending transfer for " + before.id());
        }
        return switch (TransferItem.read(before.account(), before.id().transfer(), item)) {
            case TransferState.Pending pending ->
                    settle(
                            before,
                            after,
                            seen -> end(after.state(), pending.transfer(), charged, seen));
            case TransferState.Posted _, TransferState.Voided _ -> false;
        };
    }

    private boolean settle(
            Generation before, Generation after, Function<@Nullable Account, End> ends) {
        String claim = tables.freshClaim();
        TransactWriteItem generation =
                Actions.update(GenerationItem.move(studioTable, before, after, claim));
        // The account is read only if it refuses: it hardly ever does.
        Account seen = null;
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            End end = ends.apply(seen);
            List<TransactWriteItem> actions = new ArrayList<>(List.of(generation, end.mark()));
            actions.addAll(booking.actions(end.movement(), false, claim));
            actions.add(EndedItem.count(studioTable, after));
            actions.addAll(StorageItem.recount(studioTable, before, after));
            switch (tables.write(actions)) {
                case WriteOutcome.Written _ -> {
                    return true;
                }
                case WriteOutcome.Refused refused -> {
                    Optional<Map<String, AttributeValue>> stored = refused.at(GENERATION);
                    if (stored.isPresent()) {
                        return GenerationItem.isOwn(stored.get(), after, claim);
                    }
                    seen = account(end.movement(), refused);
                }
            }
        }
        throw new TransientFailure("ledger", "the account changed during every attempt to settle");
    }

    private End end(
            GenerationState state,
            PendingTransfer transfer,
            Credits charged,
            @Nullable Account seen) {
        return switch (state) {
            case GenerationState.Succeeded succeeded ->
                    new End(
                            TransferItem.post(ledgerTable, transfer, charged, succeeded.at()),
                            Transferring.post(transfer, charged, succeeded.at(), seen));
            case GenerationState.Failed failed ->
                    new End(
                            TransferItem.voiding(ledgerTable, transfer, failed.at()),
                            Transferring.voiding(
                                    transfer, failed.reason().code(), failed.at(), seen));
            case GenerationState.Accepted _,
                    GenerationState.Submitting _,
                    GenerationState.Running _,
                    GenerationState.Delivering _ ->
                    throw notTerminal();
        };
    }

    /** What the account held when it refused, to plan for. */
    private static Account account(Movement movement, WriteOutcome.Refused refused) {
        Map<String, AttributeValue> stored = refused.at(ACCOUNT).orElse(Map.of());
        if (stored.isEmpty() || refused.at(TRANSFER).isPresent()) {
            throw new PermanentFailure("ledger", "transfer and generation disagree");
        }
        Account seen = AccountItem.read(movement.account(), stored);
        long pending = -movement.entry().legs().amount(Balance.PENDING);
        if (seen.pending().amount() < pending) {
            throw new PermanentFailure("ledger", "transfer and account disagree");
        }
        return seen;
    }

    private static IllegalArgumentException notTerminal() {
        return new IllegalArgumentException("Only an end settles a transfer");
    }
}
