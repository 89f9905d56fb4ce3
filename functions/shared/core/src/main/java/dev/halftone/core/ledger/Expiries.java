package dev.halftone.core.ledger;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Finds the buckets whose time is over, and books what is left of them. */
public interface Expiries {

    int SHARDS = 16;

    /** A bucket that somebody must look at. */
    record Due(AccountId account, GrantId bucket) {

        /** Spreads the buckets evenly; the same bucket is always in the same shard. */
        public int shard() {
            String hash = Digest.sha256Hex(account.value() + "#" + bucket.value());
            return HexFormat.fromHexDigit(hash.charAt(0));
        }
    }

    /**
     * Buckets of a shard that are due at {@code now}, the longest due first. May be a moment
     * behind; a bucket is found until {@link #expire} was called for it.
     */
    List<Due> due(int shard, Instant now, int limit);

    /** Books an expiry once; the bucket is due no more, or when it expires by now. */
    ExpireOutcome expire(AccountId account, GrantId bucket, Instant now);
}
