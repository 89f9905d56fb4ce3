package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ratelimit.Allowance;
import dev.halftone.core.ratelimit.BucketId;
import dev.halftone.core.ratelimit.RateClass;
import dev.halftone.core.ratelimit.RateLimits;
import dev.halftone.core.ratelimit.TakeOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimits} does. */
public abstract class RateLimitsContract {
    private static final Instant NOW = Instant.parse("2035-03-01T12:00:00Z");
    private static final Allowance ALLOWANCE = RateClass.SPEND.allowance();
    private static final int RACERS = 24;

    private final BucketId bucket = fresh(RateClass.SPEND);

    protected abstract RateLimits limits();

    private static BucketId fresh(RateClass kind) {
        return new BucketId(kind, UUID.randomUUID().toString());
    }

    // Nobody gets more than a full bucket has, and a refusal takes nothing.
    @Test
    void givesAFullBucketAndNotOneTokenMore() {
        assertThat(limits().take(bucket, ALLOWANCE.burst() - 1, NOW))
                .isEqualTo(new TakeOutcome.Taken(full(ALLOWANCE.burst() - 1)));
        assertThat(limits().take(bucket, 2, NOW))
                .isEqualTo(new TakeOutcome.TooFew(full(ALLOWANCE.burst() - 1)));
        assertThat(limits().take(bucket, 1, NOW))
                .isEqualTo(new TakeOutcome.Taken(full(ALLOWANCE.burst())));
        assertThat(limits().take(bucket, 1, NOW))
                .isEqualTo(new TakeOutcome.TooFew(full(ALLOWANCE.burst())));
    }

    // A token comes back after its interval, and not a moment sooner.
    @Test
    void givesATokenAgainOnceItIsBack() {
        limits().take(bucket, ALLOWANCE.burst(), NOW);
        Instant back = NOW.plus(ALLOWANCE.interval());

        assertThat(limits().take(bucket, 1, back.minusMillis(1)))
                .isInstanceOf(TakeOutcome.TooFew.class);
        assertThat(limits().take(bucket, 1, back)).isInstanceOf(TakeOutcome.Taken.class);
        assertThat(limits().take(bucket, 1, back)).isInstanceOf(TakeOutcome.TooFew.class);
    }

    // Rest does not save up more than a full bucket.
    @Test
    void savesNothingUpBeyondAFullBucket() {
        limits().take(bucket, 1, NOW);
        Instant later = NOW.plusSeconds(86_400);

        assertThat(limits().take(bucket, ALLOWANCE.burst() + 1, later))
                .isInstanceOf(TakeOutcome.TooFew.class);
        assertThat(limits().take(bucket, ALLOWANCE.burst(), later))
                .isInstanceOf(TakeOutcome.Taken.class);
    }

    // Two people, and two classes of one, never drain each other.
    @Test
    void keepsBucketsApart() {
        BucketId sameHolder = new BucketId(RateClass.CHANGE, bucket.holder());
        limits().take(bucket, ALLOWANCE.burst(), NOW);

        assertThat(limits().take(fresh(RateClass.SPEND), 1, NOW))
                .isInstanceOf(TakeOutcome.Taken.class);
        assertThat(limits().take(sameHolder, 1, NOW)).isInstanceOf(TakeOutcome.Taken.class);
    }

    // Goal: exact at once. Method: more racers than tokens, all released together.
    @Test
    void givesRacersNoMoreThanThereIs() {
        int left = RACERS / 3;
        limits().take(bucket, ALLOWANCE.burst() - left, NOW);

        List<TakeOutcome> outcomes = Race.run(RACERS, _ -> limits().take(bucket, 1, NOW));

        assertThat(outcomes).filteredOn(TakeOutcome.Taken.class::isInstance).hasSize(left);
    }

    // The same for the first who ever ask.
    @Test
    void givesThoseWhoOpenABucketTogetherNoMoreThanThereIs() {
        List<TakeOutcome> outcomes =
                Race.run(4, _ -> limits().take(bucket, ALLOWANCE.burst() / 2, NOW));

        assertThat(outcomes).filteredOn(TakeOutcome.Taken.class::isInstance).hasSize(2);
    }

    private static Instant full(int taken) {
        return NOW.plus(ALLOWANCE.interval().multipliedBy(taken));
    }
}
