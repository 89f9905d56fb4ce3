/**
 * Compares the ledger with itself, every hour, wherever something changed: the lines with the chain
 * that they were sealed into, the chain with the root that was signed over it, and the account with
 * the sum of its lines. It changes nothing of what it judges.
 */
@NullMarked
package dev.halftone.core.audit;

import org.jspecify.annotations.NullMarked;
