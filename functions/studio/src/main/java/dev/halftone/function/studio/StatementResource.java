package dev.halftone.function.studio;

import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.LineGroup;
import dev.halftone.core.ledger.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** A page of a statement. */
record StatementResource(Standing balance, List<Line> lines, @Nullable String nextCursor) {
    private static final String GENERATION = "generation";

    /** What can be spent, and what is set aside. */
    record Standing(long available, long pending) {}

    /**
     * One line.
     *
     * @param group which filter shows it
     * @param credits what the line is about; negative when it went away from its owner
     * @param failure why credits came back
     * @param answers the id of the line that this one charges, returns or refunds
     * @param availableAfter what all buckets held once the line was written
     * @param traceId what to quote to support
     * @param from which balances it took from
     * @param to which balances it gave to
     * @param legs by how much each balance changed; together zero
     */
    record Line(
            String id,
            Instant at,
            String kind,
            String group,
            long credits,
            String reason,
            @Nullable String generation,
            @Nullable String priceVersion,
            @Nullable String failure,
            @Nullable String answers,
            long availableAfter,
            @Nullable String traceId,
            List<String> from,
            List<String> to,
            Map<String, Long> legs) {

        Line {
            from = List.copyOf(from);
            to = List.copyOf(to);
            legs = Collections.unmodifiableMap(new LinkedHashMap<>(legs));
        }

        static Line of(Statement.Line line) {
            JournalEntry entry = line.entry();
            boolean voided = entry.kind() == JournalEntry.Kind.VOID;
            return new Line(
                    entry.key(),
                    entry.at(),
                    entry.kind().name().toLowerCase(Locale.ROOT),
                    LineGroup.of(entry.kind()).label(),
                    entry.credits(),
                    voided ? GENERATION : entry.reason(),
                    entry.subject(),
                    entry.priceVersion(),
                    voided ? entry.reason() : null,
                    entry.answers().orElse(null),
                    line.availableAfter(),
                    entry.trace() == null ? null : entry.trace().value(),
                    balances(entry, amount -> amount < 0),
                    balances(entry, amount -> amount > 0),
                    legs(entry));
        }

        private static List<String> balances(JournalEntry entry, LongPredicate side) {
            return entry.legs().amounts().entrySet().stream()
                    .filter(leg -> side.test(leg.getValue()))
                    .map(leg -> leg.getKey().label())
                    .toList();
        }

        private static Map<String, Long> legs(JournalEntry entry) {
            Map<String, Long> legs = new LinkedHashMap<>();
            for (Map.Entry<Balance, Long> leg : entry.legs().amounts().entrySet()) {
                legs.put(leg.getKey().label(), leg.getValue());
            }
            return legs;
        }
    }

    StatementResource {
        lines = List.copyOf(lines);
    }

    static StatementResource of(Statement statement, Instant now) {
        return new StatementResource(
                new Standing(
                        statement.account().spendable(now).amount(),
                        statement.account().pending().amount()),
                statement.lines().stream().map(Line::of).toList(),
                statement.nextCursor());
    }
}
