package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Instant;

/** Credits given to an account, for one business reason, once. */
public record Grant(
        AccountId account, BusinessKey key, GrantSource source, Credits amount, Instant at) {

    public Grant {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A grant gives at least one credit");
        }
    }

    public GrantId id() {
        return GrantId.derive(key);
    }

    /** What the grant leaves on the account. */
    public Bucket bucket() {
        return new Bucket(id(), amount, source.priority(), at);
    }
}
