package dev.halftone.bench;

import dev.halftone.core.account.AccountId;

/** One way to spend a credit: set aside for a generation, then charged for it. */
@FunctionalInterface
interface Pairs {

    /** Writes one pending transfer of a new generation and posts it. */
    void run(AccountId account, long number);
}
