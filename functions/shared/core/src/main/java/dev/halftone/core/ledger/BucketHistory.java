package dev.halftone.core.ledger;

/**
 * What became of a bucket.
 *
 * @param expiries how often its expiry was booked; more than once if credits came back in between
 * @param expired what expired of it and was not revoked since
 */
public record BucketHistory(int expiries, Credits expired) {

    public static final BucketHistory NONE = new BucketHistory(0, Credits.ZERO);
}
