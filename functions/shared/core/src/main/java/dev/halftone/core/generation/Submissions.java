package dev.halftone.core.generation;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.PendingTransfer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Accepts generations: the credits become pending and the generation exists, both or neither. */
public interface Submissions {

    /**
     * What a submission starts from.
     *
     * @param existing the generation of the same id, if it was accepted before
     */
    record Ground(@Nullable Generation existing, Account account) {}

    /** Reads both together, strongly consistent. */
    Ground ground(GenerationId id, AccountId account);

    /** Whose ceiling it is. */
    enum Whose {
        /** Of one person. */
        USER,
        /** Of everybody together. */
        ALL
    }

    /**
     * One transaction, decided by the store's own conditions. What the generation may cost is
     * counted in it, so a call whose answer was lost counts once however often it is repeated; and
     * it stays counted whatever becomes of the generation.
     */
    StoreOutcome accept(Generation generation, PendingTransfer transfer);

    /** What became of an acceptance. */
    sealed interface StoreOutcome {

        record Stored() implements StoreOutcome {}

        /** The generation was there before; nothing changed now. */
        record AlreadyStored(Generation existing) implements StoreOutcome {}

        /**
         * What may be spent at providers is spent; nothing changed now.
         *
         * @param resetsAt when there may be room again
         */
        record CeilingReached(Whose whose, Instant resetsAt) implements StoreOutcome {}

        /** Others spent from the chosen buckets meanwhile; nothing changed now. */
        record AccountChanged() implements StoreOutcome {}
    }
}
