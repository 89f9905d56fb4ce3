package dev.halftone.core.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the account's story, newest line first, each with the balance it left behind. */
public record Statement(Account account, List<Line> lines, @Nullable String nextCursor) {

    /**
     * One journal entry.
     *
     * @param availableAfter what could be spent once this line was written
     */
    public record Line(JournalEntry entry, long availableAfter) {}

    public Statement {
        lines = List.copyOf(lines);
    }
}
