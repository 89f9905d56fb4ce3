package dev.halftone.core.ledger;

import dev.halftone.core.DependencyFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Books every expiry that is due, and lets in what waited for the room that makes. */
public final class SweepExpiries {

    private static final int PER_SHARD_MAX = 200;

    private final Expiries expiries;
    private final Ledger ledger;

    public SweepExpiries(Expiries expiries, Ledger ledger) {
        this.expiries = expiries;
        this.ledger = ledger;
    }

    /**
     * Returns how many expiries were booked.
     *
     * @throws DependencyFailure if one could not be, after all others were: one account that cannot
     *     be written must keep no other from its line
     */
    public int sweep(Instant now) {
        int booked = 0;
        DependencyFailure failure = null;
        for (int shard = 0; shard < Expiries.SHARDS; shard++) {
            for (Expiries.Due due : expiries.due(shard, now, PER_SHARD_MAX)) {
                try {
                    booked += sweep(due, now) ? 1 : 0;
                } catch (DependencyFailure e) {
                    failure = e;
                }
            }
        }
        throwIf(failure);
        return booked;
    }

    private boolean sweep(Expiries.Due due, Instant now) {
        return switch (expiries.expire(due.account(), due.bucket(), now)) {
            case ExpireOutcome.Expired _ -> {
                ledger.admit(due.account(), now);
                yield true;
            }
            case ExpireOutcome.NothingLeft _, ExpireOutcome.NotYet _ -> false;
        };
    }

    private static void throwIf(@Nullable DependencyFailure failure) {
        if (failure != null) {
            throw failure;
        }
    }
}
