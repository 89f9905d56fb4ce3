package dev.halftone.core.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is left of one grant, or of several that share it.
 *
 * <p>Only {@code remaining} changes, and {@code expiresAt}, which only ever moves to a later time:
 * so whoever saw a bucket live may take from it without asking for its expiry again.
 *
 * @param priority lower burns first
 * @param effectiveAt from when on it can be spent
 * @param expiresAt until when it can be spent; {@code null} for ever
 * @param extension how much of that is grace, given to credits that came back late
 */
public record Bucket(
        GrantId grant,
        Credits remaining,
        GrantSource source,
        int priority,
        Instant effectiveAt,
        @Nullable Instant expiresAt,
        Duration extension,
        Instant grantedAt) {

    /** How much longer than promised credits may live that come back near or after their expiry. */
    public static final Duration GRACE = Duration.ofDays(3);

    /** Total, so that two readers of the same account always choose the same buckets. */
    static final Comparator<Bucket> BURN_ORDER =
            Comparator.comparingInt(Bucket::priority)
                    .thenComparing(Bucket::expiryOrLast)
                    .thenComparing(bucket -> bucket.source().isBought())
                    .thenComparing(Bucket::effectiveAt)
                    .thenComparing(Bucket::grantedAt)
                    .thenComparing(bucket -> bucket.grant().value());

    public Bucket {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
        grantedAt = grantedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether it can be spent from at {@code now}. */
    public boolean isLive(Instant now) {
        return !isUpcoming(now) && !isLapsed(now);
    }

    /**
     * Whether it can only be spent from later. What was granted to be spent at once never is: the
     * clock of whoever granted it may be ahead of the one that asks.
     */
    public boolean isUpcoming(Instant now) {
        return effectiveAt.isAfter(grantedAt) && effectiveAt.isAfter(now);
    }

    /** Whether it can no longer be spent from, although its expiry may not be booked yet. */
    public boolean isLapsed(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    public Bucket holding(Credits credits) {
        return new Bucket(
                grant, credits, source, priority, effectiveAt, expiresAt, extension, grantedAt);
    }

    /** Whether what comes back at {@code at} comes near or after the expiry. */
    boolean isLate(Instant at) {
        return expiresAt != null && expiresAt.isBefore(at.plus(GRACE));
    }

    /**
     * The bucket as credits that come back at {@code at} find it: work that fails near or after the
     * expiry leaves time to spend them on another try, but never adds up to more than the grace.
     */
    Bucket returnedTo(Instant at) {
        if (expiresAt == null || !isLate(at)) {
            return this;
        }
        Instant promised = expiresAt.minus(extension);
        Instant late = (at.isBefore(promised) ? at : promised).plus(GRACE);
        if (!late.isAfter(expiresAt)) {
            return this;
        }
        return until(late, Duration.between(promised, late));
    }

    Bucket until(Instant end, Duration grace) {
        return new Bucket(grant, remaining, source, priority, effectiveAt, end, grace, grantedAt);
    }

    private Instant expiryOrLast() {
        return expiresAt == null ? Instant.MAX : expiresAt;
    }
}
