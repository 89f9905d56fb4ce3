package dev.halftone.core.ledger;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import java.time.Instant;

/**
 * Credits set aside for a piece of work, to be posted or voided exactly once.
 *
 * @param priceVersion the price list that the amount was read from
 * @param trace the action that it pays for; every line of this transfer bears it
 */
public record PendingTransfer(
        TransferId id,
        AccountId account,
        Drawing drawing,
        String priceVersion,
        TraceId trace,
        Instant at) {

    public Credits amount() {
        return drawing.total();
    }
}
