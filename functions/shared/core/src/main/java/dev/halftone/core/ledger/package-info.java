/**
 * Credits: granted, made pending before work, then posted for what was delivered or voided.
 *
 * <p>Whole numbers only. An account's balance is conserved: granted = available + pending + used.
 */
@NullMarked
package dev.halftone.core.ledger;

import org.jspecify.annotations.NullMarked;
