package dev.halftone.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmitRequestTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final BucketId READS = new BucketId(RateClass.READ, "somebody");
    private static final BucketId ORDERS = new BucketId(RateClass.SPEND, "somebody");

    private final Counted limits = new Counted();
    private final AdmitRequest admit = new AdmitRequest(limits);

    /** Buckets that count how often they are asked, and may be down. */
    private static final class Counted implements RateLimits {
        private final Map<BucketId, Instant> fullAt = new HashMap<>();
        private int asked;
        private boolean down;

        @Override
        public TakeOutcome take(BucketId bucket, int tokens, Instant now) {
            asked++;
            if (down) {
                throw new TransientFailure("test", "down");
            }
            Instant before = fullAt.getOrDefault(bucket, Instant.EPOCH);
            Instant after = bucket.kind().allowance().fullAfter(before, tokens, now);
            if (after.isAfter(now.plus(bucket.kind().allowance().window()))) {
                return new TakeOutcome.TooFew(before);
            }
            fullAt.put(bucket, after);
            return new TakeOutcome.Taken(after);
        }
    }

    private long admitted(AdmitRequest by, BucketId bucket, int requests, Instant now) {
        return IntStream.range(0, requests)
                .filter(_ -> by.admit(bucket, now) instanceof AdmitOutcome.Admitted)
                .count();
    }

    // Every class lets through what its bucket holds, however it takes it.
    @ParameterizedTest
    @EnumSource
    void admitsAFullBucketAndNotOneMore(RateClass kind) {
        BucketId bucket = new BucketId(kind, "somebody");

        assertThat(admitted(admit, bucket, kind.allowance().burst() + 30, NOW))
                .isEqualTo(kind.allowance().burst());
    }

    // Environments that hold tokens in hand never give out more than the bucket gave them.
    @Test
    void admitsNoMoreInSeveralEnvironmentsTogether() {
        long all = 0;
        for (int environment = 0; environment < 7; environment++) {
            all += admitted(new AdmitRequest(limits), READS, 306, NOW);
        }

        assertThat(all).isEqualTo(RateClass.READ.allowance().burst());
    }

    // Somebody who looks once every two seconds for a minute writes five times, not thirty.
    @Test
    void writesForOneReadInManyOnly() {
        for (int second = 0; second < 60; second += 2) {
            assertThat(admit.admit(READS, NOW.plusSeconds(second)))
                    .isInstanceOf(AdmitOutcome.Admitted.class);
        }

        assertThat(limits.asked).isLessThanOrEqualTo(5);
    }

    // What was taken and not used is not kept for a rush later on.
    @Test
    void forgetsTokensInHandAfterAMinute() {
        admitted(admit, READS, 3, NOW);
        assertThat(limits.asked).isEqualTo(2);

        admit.admit(READS, NOW.plus(AdmitRequest.LEASE_KEPT));

        assertThat(limits.asked).isEqualTo(3);
    }

    // A rush of one person wakes up hundreds of environments, and none may starve another.
    @Test
    void holdsNothingBackInAnEnvironmentThatIsAskedOnce() {
        long all = 0;
        for (int environment = 0; environment < 400; environment++) {
            all += admitted(new AdmitRequest(limits), READS, 2, NOW);
        }

        assertThat(all).isEqualTo(800);
    }

    // Spending is counted one by one, so that the count is exact at every moment.
    @Test
    void asksForEveryOrder() {
        admitted(admit, ORDERS, 5, NOW);

        assertThat(limits.asked).isEqualTo(5);
    }

    // Whoever hammers on is refused from memory, is told when, and is let in then.
    @Test
    void refusesFromMemoryUntilATokenIsBack() {
        admitted(admit, ORDERS, ORDERS.kind().allowance().burst() + 1, NOW);
        int asked = limits.asked;

        assertThat(admit.admit(ORDERS, NOW.plusMillis(100)))
                .isEqualTo(new AdmitOutcome.TooMany(Duration.ofMillis(400)));
        assertThat(limits.asked).isEqualTo(asked);
        assertThat(admit.admit(ORDERS, NOW.plusMillis(500)))
                .isInstanceOf(AdmitOutcome.Admitted.class);
    }

    // Reading goes on while nobody can count, without waiting for the counter each time.
    @Test
    void letsReadsThroughWhileNobodyCanCount() {
        limits.down = true;

        assertThat(admit.admit(READS, NOW)).isEqualTo(new AdmitOutcome.Uncounted());
        assertThat(admit.admit(READS, NOW.plusSeconds(1))).isEqualTo(new AdmitOutcome.Uncounted());
        assertThat(limits.asked).isOne();
        limits.down = false;
        assertThat(admit.admit(READS, NOW.plusSeconds(6)))
                .isInstanceOf(AdmitOutcome.Admitted.class);
    }

    // Spending, changing and signing in never go on uncounted.
    @ParameterizedTest
    @EnumSource(names = {"SIGN_IN", "SPEND", "CHANGE"})
    void stopsWhatHasToBeCountedWhileNobodyCan(RateClass kind) {
        limits.down = true;

        assertThatThrownBy(() -> admit.admit(new BucketId(kind, "somebody"), NOW))
                .isInstanceOf(TransientFailure.class);
    }
}
