package dev.halftone.core.ratelimit;

import dev.halftone.core.DependencyFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is answered, as one environment of a function.
 *
 * <p>Where a class lets it, tokens are taken several at a time and used up one by one, so that most
 * requests write nothing: one at first, and more by each return, so that many environments that
 * somebody's rush wakes up together do not hold what it needs. Every token that is used was taken
 * before: together, all environments never use more than the bucket gave. What is not used within a
 * minute is lost.
 */
public final class AdmitRequest {
    static final Duration LEASE_KEPT = Duration.ofMinutes(1);

    // One environment answers one request at a time: so many callers in a minute it never has.
    private static final int LEASES_MAX = 10_000;
    private static final int GROWTH = 2;
    // While nobody can count, what goes on without limits is not held up by asking each time.
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

    private final RateLimits limits;
    private final Map<BucketId, Lease> leases = new ConcurrentHashMap<>();
    private volatile Instant uncountedUntil = Instant.MIN;

    public AdmitRequest(RateLimits limits) {
        this.limits = limits;
    }

    /** Tokens in hand, or none until there are some again. */
    private record Lease(AtomicInteger tokens, int size, Instant until, Instant fullAt) {

        boolean use(Instant now) {
            return now.isBefore(until) && tokens.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }

    /**
     * Takes one token.
     *
     * @throws DependencyFailure if nobody can count what has to be counted
     */
    public AdmitOutcome admit(BucketId bucket, Instant now) {
        RateClass kind = bucket.kind();
        Lease lease = leases.get(bucket);
        if (lease != null && lease.use(now)) {
            return admitted(kind, lease, now);
        }
        if (lease != null && isEmpty(kind, lease, now)) {
            return new AdmitOutcome.TooMany(kind.allowance().untilOne(lease.fullAt(), now));
        }
        if (kind.failsOpen() && now.isBefore(uncountedUntil)) {
            return new AdmitOutcome.Uncounted();
        }
        try {
            return take(bucket, wanted(kind, lease, now), now);
        } catch (DependencyFailure e) {
            if (!kind.failsOpen()) {
                throw e;
            }
            uncountedUntil = now.plus(OUTAGE_PAUSE);
            return new AdmitOutcome.Uncounted();
        }
    }

    private static int wanted(RateClass kind, @Nullable Lease last, Instant now) {
        return last == null || last.size() == 0 || !now.isBefore(last.until())
                ? 1
                : Math.min(kind.lease(), last.size() * GROWTH);
    }

    /** As many as are wanted, else as many as there are. */
    private AdmitOutcome take(BucketId bucket, int wanted, Instant now) {
        Allowance allowance = bucket.kind().allowance();
        TakeOutcome first = limits.take(bucket, wanted, now);
        return switch (first) {
            case TakeOutcome.Taken taken -> keep(bucket, wanted, taken.fullAt(), now);
            case TakeOutcome.TooFew few -> {
                int left = Math.min(wanted, allowance.left(few.fullAt(), now));
                if (left < 1 || wanted == 1) {
                    yield refuse(bucket, few.fullAt(), now);
                }
                yield switch (limits.take(bucket, left, now)) {
                    case TakeOutcome.Taken taken -> keep(bucket, left, taken.fullAt(), now);
                    case TakeOutcome.TooFew none -> refuse(bucket, none.fullAt(), now);
                };
            }
        };
    }

    private AdmitOutcome keep(BucketId bucket, int taken, Instant fullAt, Instant now) {
        Lease lease = new Lease(new AtomicInteger(taken - 1), taken, now.plus(LEASE_KEPT), fullAt);
        remember(bucket, lease);
        return admitted(bucket.kind(), lease, now);
    }

    /** Whoever goes on asking in vain costs nothing until a token is back. */
    private AdmitOutcome refuse(BucketId bucket, Instant fullAt, Instant now) {
        remember(bucket, new Lease(new AtomicInteger(0), 0, now.plus(LEASE_KEPT), fullAt));
        Duration wait = bucket.kind().allowance().untilOne(fullAt, now);
        return new AdmitOutcome.TooMany(
                wait.isZero() ? bucket.kind().allowance().interval() : wait);
    }

    private void remember(BucketId bucket, Lease lease) {
        if (leases.size() >= LEASES_MAX) {
            leases.clear();
        }
        leases.put(bucket, lease);
    }

    private static boolean isEmpty(RateClass kind, Lease lease, Instant now) {
        return kind.allowance().left(lease.fullAt(), now) < 1;
    }

    private static AdmitOutcome admitted(RateClass kind, Lease lease, Instant now) {
        Duration untilFull = Duration.between(now, lease.fullAt());
        return new AdmitOutcome.Admitted(
                Math.min(
                        kind.allowance().burst(),
                        kind.allowance().left(lease.fullAt(), now) + lease.tokens().get()),
                untilFull.isNegative() ? Duration.ZERO : untilFull);
    }
}
