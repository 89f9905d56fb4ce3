package dev.halftone.testing.history;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.Revocation;
import java.time.Instant;

/** What can be asked about one account. */
sealed interface LedgerOperation {

    record Read() implements LedgerOperation {}

    record Give(Grant grant) implements LedgerOperation {}

    record Submit(Generation generation, PendingTransfer transfer) implements LedgerOperation {}

    /** Posts if {@code after} succeeded, voids if it failed. */
    record Settle(Generation before, Generation after, Credits charged)
            implements LedgerOperation {}

    record Refund(LateRefund refund) implements LedgerOperation {}

    record Revoke(Revocation revocation) implements LedgerOperation {}

    record Freeze(FreezeCause cause, Instant at) implements LedgerOperation {}

    record Thaw(FreezeCause cause, Instant at) implements LedgerOperation {}

    record Expire(GrantId bucket, Instant now) implements LedgerOperation {}
}
