package dev.halftone.core.audit;

import dev.halftone.core.account.AccountId;
import java.util.Locale;

/**
 * Something that no code of ours does to an account.
 *
 * @param number the line of the chain at which it shows
 */
public record Finding(AccountId account, Kind kind, long number) {

    /** What is not as it should be. */
    public enum Kind {
        /** The account, or a part of its chain, can no longer be read. */
        UNREADABLE,
        /** The journal has lost a line that was sealed. */
        LINE_MISSING,
        /** A line, or what the chain says of it, is not what was sealed. */
        LINE_CHANGED,
        /** The chain has lost a number. */
        CHAIN_BROKEN,
        /** The chain ends elsewhere than its head says. */
        HEAD_MOVED,
        /** The chain is not the one that a published root covers. */
        ROOT_CONTRADICTED,
        /** More lines were sealed than the account has. */
        LINES_ADDED,
        /** The account counts lines that were never sealed. */
        LINES_UNSEALED,
        /** A balance is not the sum of its lines. */
        BALANCE_CHANGED,
        /** The buckets do not hold what the balances say. */
        BUCKETS_CHANGED;

        /** The word for it, such as {@code line_changed}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
