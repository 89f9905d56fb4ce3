/**
 * Credits: granted, made pending before work, then posted for what was delivered or voided;
 * expired, refunded and revoked by entries of their own.
 *
 * <p>Whole numbers only. Every change is a {@link dev.halftone.core.ledger.Movement}: what it makes
 * of an account is said here once, and stores do the same under conditions. An account is
 * conserved: granted = available + waiting + pending + used + expired + revoked - debt.
 */
@NullMarked
package dev.halftone.core.ledger;

import org.jspecify.annotations.NullMarked;
