package dev.halftone.dynamodb;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes movements: the account, the line and what is noted about buckets, together with whatever
 * else the operation marks, or nothing of it.
 */
final class Booking {

    // Each try decides from what it read; only a storm on one account needs several.
    private static final int TRIES_MAX = 8;

    private final Tables tables;
    private final String table;

    Booking(Tables tables, String ledgerTable) {
        this.tables = tables;
        this.table = ledgerTable;
    }

    /**
     * One try.
     *
     * @param opens whether there is no account yet
     * @param marks what else is written, should the decision be to book
     */
    record Attempt<O>(Decision<O> decision, boolean opens, List<TransactWriteItem> marks) {

        Attempt {
            marks = List.copyOf(marks);
        }
    }

    /** Decides from what is stored, until what was decided could be written. */
    <O> O book(Supplier<Attempt<O>> attempts) {
        String claim = tables.freshClaim();
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Attempt<O> attempt = attempts.get();
            switch (attempt.decision()) {
                case Decision.Answer<O> answer -> {
                    return answer.outcome();
                }
                case Decision.Book<O> book -> {
                    if (isWritten(attempt.marks(), book.movement(), attempt.opens(), claim)) {
                        return book.outcome();
                    }
                }
            }
        }
        throw new TransientFailure("ledger", "the account changed during every attempt");
    }

    /**
     * Whether a movement could be written, together with what else is marked.
     *
     * @param opens whether there is no account yet
     */
    boolean isWritten(List<TransactWriteItem> marks, Movement movement, boolean opens) {
        return isWritten(marks, movement, opens, tables.freshClaim());
    }

    private boolean isWritten(
            List<TransactWriteItem> marks, Movement movement, boolean opens, String claim) {
        List<TransactWriteItem> actions = new ArrayList<>(marks);
        actions.addAll(actions(movement, opens, claim));
        return switch (tables.write(actions)) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused refused -> {
                Map<String, AttributeValue> line = refused.at(marks.size() + 1).orElse(Map.of());
                yield JournalItem.isOwn(line, claim);
            }
        };
    }

    /** The account first, then the line, then the notes. */
    List<TransactWriteItem> actions(Movement movement, boolean opens, String claim) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(
                opens
                        ? AccountItem.open(
                                table,
                                Account.empty(movement.account()).after(movement).orElseThrow())
                        : AccountUpdate.of(table, movement));
        actions.add(JournalItem.putNew(table, movement.entry(), claim));
        movement.notes()
                .forEach(note -> actions.add(BucketItem.write(table, movement.account(), note)));
        return actions;
    }
}
