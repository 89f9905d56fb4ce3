package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Instant;

/**
 * Takes back of a grant until so much of it is taken back. A target, not a difference: the same
 * news of a payment may come in any order and any number of times.
 *
 * @param target how much of the grant is to be taken back altogether
 * @param reason in the words of a code, such as {@code refund}
 */
public record Revocation(
        AccountId account, GrantId grant, Credits target, String reason, Instant at) {

    public Revocation {
        Reasons.check(reason);
        if (target.isZero()) {
            throw new IllegalArgumentException("A revocation takes back at least one credit");
        }
    }
}
