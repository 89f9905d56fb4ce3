/**
 * Keeps the ledger's books every hour: books what has expired, heals what was paid unheard, and
 * audits what changed.
 */
@NullMarked
package dev.halftone.function.reconciliation;

import org.jspecify.annotations.NullMarked;
