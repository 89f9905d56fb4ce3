package dev.halftone.testing;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;

/** Lines as somebody might like them to have been. */
public final class Tampering {

    private Tampering() {}

    public static JournalEntry reason(JournalEntry entry, String reason) {
        return new JournalEntry(
                entry.account(),
                entry.key(),
                entry.kind(),
                entry.legs(),
                entry.subject(),
                reason,
                entry.priceVersion(),
                entry.trace(),
                entry.at());
    }

    /** In memory a line's legs always add up, so other legs are changed with one. */
    public static JournalEntry legs(JournalEntry entry, Legs legs) {
        return new JournalEntry(
                entry.account(),
                entry.key(),
                entry.kind(),
                legs,
                entry.subject(),
                entry.reason(),
                entry.priceVersion(),
                entry.trace(),
                entry.at());
    }
}
