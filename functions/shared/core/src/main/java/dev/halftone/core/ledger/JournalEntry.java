package dev.halftone.core.ledger;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable line of the ledger with all of its legs, which together are zero.
 *
 * @param key kind and operation; the same operation can be written only once
 * @param subject the generation that the line belongs to, if any
 * @param reason why: the source of a grant, the failure that a void answers, or a correction's own
 * @param trace the action that caused the line, if it belongs to a transfer
 */
public record JournalEntry(
        AccountId account,
        String key,
        Kind kind,
        Legs legs,
        @Nullable String subject,
        String reason,
        @Nullable String priceVersion,
        @Nullable TraceId trace,
        Instant at) {

    public JournalEntry {
        if (legs.sum() != 0) {
            throw new IllegalArgumentException("The legs of an entry are together zero");
        }
    }

    /** What happened. */
    public enum Kind {
        GRANT,
        ADMIT,
        PENDING,
        POST,
        VOID,
        REFUND,
        EXPIRE,
        REVOKE,
        FREEZE,
        THAW
    }

    /** The key of the line that this one answers: what it charges, returns or refunds. */
    public Optional<String> answers() {
        return switch (kind) {
            case POST, VOID -> Optional.of(Kind.PENDING + "#" + subject);
            case REFUND -> Optional.of(Kind.POST + "#" + subject);
            case GRANT, ADMIT, PENDING, EXPIRE, REVOKE, FREEZE, THAW -> Optional.empty();
        };
    }

    /** By how much the line changed what can be spent. */
    public long availableChange() {
        return legs.amount(Balance.AVAILABLE);
    }

    /** What the line is about, as its owner counts: positive came to them, negative went away. */
    public long credits() {
        return switch (kind) {
            case GRANT -> -Math.addExact(legs.amount(Balance.GIVEN), legs.amount(Balance.BOUGHT));
            case ADMIT -> legs.amount(Balance.AVAILABLE);
            case PENDING, VOID -> -legs.amount(Balance.PENDING);
            case POST, REFUND -> -legs.amount(Balance.USED);
            case EXPIRE -> -legs.amount(Balance.EXPIRED);
            case REVOKE -> -legs.amount(Balance.REVOKED);
            case FREEZE, THAW -> 0;
        };
    }
}
