package dev.halftone.core.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a statement are wanted; {@code null} means any.
 *
 * @param subject the generation that the lines belong to
 * @param from the first moment
 * @param before the first moment that is too late
 */
public record StatementFilter(
        @Nullable LineGroup group,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** Shows every line. */
    public static final StatementFilter ALL = new StatementFilter(null, null, null, null);

    boolean shows(JournalEntry entry) {
        return (group == null || group == LineGroup.of(entry.kind()))
                && (subject == null || subject.equals(entry.subject()))
                && (before == null || entry.at().isBefore(before))
                && !isPast(entry);
    }

    /** Whether neither this line nor any older one is wanted. */
    boolean isPast(JournalEntry entry) {
        return from != null && entry.at().isBefore(from);
    }

    boolean isAll() {
        return equals(ALL);
    }
}
