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
     * @param plan the name of the plan that the account has; {@code null} for the usual one
     */
    record Ground(@Nullable Generation existing, Account account, @Nullable String plan) {

        /** Of an account with the usual plan. */
        public Ground(@Nullable Generation existing, Account account) {
            this(existing, account, null);
        }
    }

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
     * One transaction, decided by the store's own conditions. What the generation may cost, and
     * that it is one more under its plan, are counted in it, so a call whose answer was lost counts
     * once however often it is repeated; and both stay counted whatever becomes of the generation:
     * a place that came back would be worth as many free tries at a provider as one likes.
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

        /** As much was made as the plan has room for; nothing changed now. */
        record LimitReached(Limit limit) implements StoreOutcome {}

        /** Others spent from the chosen buckets meanwhile; nothing changed now. */
        record AccountChanged() implements StoreOutcome {}
    }
}
