package dev.halftone.function.studio;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page of a statement. */
record StatementResource(Balance balance, List<Line> lines, @Nullable String nextCursor) {
    private static final String GENERATION = "generation";

    /** What can be spent, and what is set aside. */
    record Balance(long available, long pending) {}

    /**
     * One line.
     *
     * @param credits what the line is about; negative when it went away from its owner
     * @param failure why credits came back
     * @param traceId what to quote to support
     */
    record Line(
            String id,
            Instant at,
            String kind,
            long credits,
            String reason,
            @Nullable String generation,
            @Nullable String priceVersion,
            @Nullable String failure,
            long availableAfter,
            @Nullable String traceId) {}

    StatementResource {
        lines = List.copyOf(lines);
    }

    static StatementResource of(Statement statement, Instant now) {
        return new StatementResource(
                new Balance(
                        statement.account().spendable(now).amount(),
                        statement.account().pending().amount()),
                statement.lines().stream().map(StatementResource::line).toList(),
                statement.nextCursor());
    }

    private static Line line(Statement.Line line) {
        JournalEntry entry = line.entry();
        boolean voided = entry.kind() == JournalEntry.Kind.VOID;
        return new Line(
                entry.key(),
                entry.at(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.credits(),
                voided ? GENERATION : entry.reason(),
                entry.subject(),
                entry.priceVersion(),
                voided ? entry.reason() : null,
                line.availableAfter(),
                entry.trace() == null ? null : entry.trace().value());
    }
}
