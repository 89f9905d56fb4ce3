package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Instant;

/**
 * Corrects what was booked, by further entries: nothing is ever taken out of the journal.
 *
 * <p>Each has its effect once, however often and in whatever order it is asked for.
 */
public interface Corrections {

    RefundOutcome refund(LateRefund refund);

    RevokeOutcome revoke(Revocation revocation);

    FreezeOutcome freeze(AccountId account, FreezeCause cause, Instant at);

    ThawOutcome thaw(AccountId account, FreezeCause cause, Instant at);
}
