package dev.halftone.core.ledger;

import java.time.Instant;

/** What is written down about a bucket outside the account, where its expiry is found when due. */
public sealed interface BucketNote {

    GrantId bucket();

    /** Somebody must look at the bucket then. */
    record Due(GrantId bucket, Instant at) implements BucketNote {}

    /**
     * An expiry was booked; none is due.
     *
     * @param number how many were booked before
     */
    record Booked(GrantId bucket, int number, Credits expired) implements BucketNote {}

    /** Some of what had expired was revoked. */
    record TakenBack(GrantId bucket, Credits expired) implements BucketNote {}
}
