/** Seals every line of the ledger as its stream brings it, and signs the chains every hour. */
@NullMarked
package dev.halftone.function.ledgerseal;

import org.jspecify.annotations.NullMarked;
