/** Keeps the ledger's books every hour: what has expired gets its line. */
@NullMarked
package dev.halftone.function.reconciliation;

import org.jspecify.annotations.NullMarked;
