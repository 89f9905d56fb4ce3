package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Instant;

/**
 * Gives back some or all of what a transfer was charged, once.
 *
 * @param reason in the words of a code, such as {@code invalid_result}
 */
public record LateRefund(
        AccountId account, TransferId transfer, Credits amount, String reason, Instant at) {

    public LateRefund {
        Reasons.check(reason);
        if (amount.isZero()) {
            throw new IllegalArgumentException("A refund gives back at least one credit");
        }
    }
}
