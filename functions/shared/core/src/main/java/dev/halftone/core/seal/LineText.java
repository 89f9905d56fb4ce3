package dev.halftone.core.seal;

import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a journal entry is sealed. It is read from the store as it is, also where it could no
 * entry be any more (legs that do not add up, an unknown kind): a line that somebody changed must
 * be shown changed, not be refused.
 *
 * <p>Without the account, which the beginning of the chain says, and without the trace, which
 * whoever asks may choose.
 */
public record LineText(
        Instant at,
        String key,
        String kind,
        Legs legs,
        @Nullable String priceVersion,
        String reason,
        @Nullable String subject) {

    public static LineText of(JournalEntry entry) {
        return new LineText(
                entry.at(),
                entry.key(),
                entry.kind().name(),
                entry.legs(),
                entry.priceVersion(),
                entry.reason(),
                entry.subject());
    }

    /** The canonical text, one JSON object. */
    public String text() {
        return new Json()
                .member("at", SealTime.text(at))
                .member("key", key)
                .member("kind", kind)
                .member("legs", legs)
                .member("priceVersion", priceVersion)
                .member("reason", reason)
                .member("subject", subject)
                .end();
    }
}
