package dev.halftone.core.ledger;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One immutable line of the ledger with both of its legs.
 *
 * @param key kind and operation; the same operation can be written only once
 * @param subject the generation that the line belongs to, if any
 * @param reason why: the source of a grant, or the failure that a void answers
 * @param trace the action that caused the line, if it belongs to a transfer
 */
public record JournalEntry(
        AccountId account,
        String key,
        Kind kind,
        Credits amount,
        @Nullable String subject,
        String reason,
        @Nullable String priceVersion,
        @Nullable TraceId trace,
        Instant at) {

    /** What happened, and between which two sub-balances. */
    public enum Kind {
        GRANT("issued", "available", 1),
        PENDING("available", "pending", -1),
        POST("pending", "used", 0),
        VOID("pending", "available", 1);

        private final String debited;
        private final String credited;
        private final int availableSign;

        Kind(String debited, String credited, int availableSign) {
            this.debited = debited;
            this.credited = credited;
            this.availableSign = availableSign;
        }

        /** +1, 0 or -1: how a line of this kind changes what can be spent. */
        public int availableSign() {
            return availableSign;
        }
    }

    /** One side of an entry; the legs of an entry add up to zero. */
    public record Leg(String balance, long amount) {}

    public List<Leg> legs() {
        return List.of(
                new Leg(kind.debited, -amount.amount()), new Leg(kind.credited, amount.amount()));
    }

    /** By how much the line changed what can be spent. */
    public long availableChange() {
        return kind.availableSign() * amount.amount();
    }

    public static JournalEntry of(Grant grant) {
        return new JournalEntry(
                grant.account(),
                "GRANT#" + grant.id().value(),
                Kind.GRANT,
                grant.amount(),
                null,
                grant.source().name().toLowerCase(Locale.ROOT),
                null,
                null,
                grant.at());
    }

    public static JournalEntry of(PendingTransfer transfer) {
        return resolution(transfer, Kind.PENDING, "generation", transfer.at());
    }

    public static JournalEntry post(PendingTransfer transfer, Instant at) {
        return resolution(transfer, Kind.POST, "generation", at);
    }

    /** The credits go back; {@code reason} says why, in the words of a failure code. */
    public static JournalEntry voiding(PendingTransfer transfer, String reason, Instant at) {
        return resolution(transfer, Kind.VOID, reason, at);
    }

    private static JournalEntry resolution(
            PendingTransfer transfer, Kind kind, String reason, Instant at) {
        return new JournalEntry(
                transfer.account(),
                kind.name() + "#" + transfer.id().value(),
                kind,
                transfer.amount(),
                transfer.id().value(),
                reason,
                transfer.priceVersion(),
                transfer.trace(),
                at);
    }
}
