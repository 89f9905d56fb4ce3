package dev.halftone.core.ledger;

import java.time.Instant;
import java.util.Comparator;

/**
 * What is left of one grant.
 *
 * @param priority lower burns first
 */
public record Bucket(GrantId grant, Credits remaining, int priority, Instant grantedAt) {

    /** Total, so that two readers of the same account always choose the same buckets. */
    static final Comparator<Bucket> BURN_ORDER =
            Comparator.comparingInt(Bucket::priority)
                    .thenComparing(Bucket::grantedAt)
                    .thenComparing(bucket -> bucket.grant().value());
}
