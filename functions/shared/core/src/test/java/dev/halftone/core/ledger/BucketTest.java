package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: one order of burning, and a grace that is long enough once and never endless. */
class BucketTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(10));

    /** Priority, expiry, given before bought, effective, granted, id; each decides only a tie. */
    @Test
    void burnsInOneOrderWhateverOrderItIsAskedIn() {
        GrantSource given = GrantSource.OPERATOR;
        GrantSource bought = GrantSource.PURCHASE;
        List<Bucket> inOrder =
                List.of(
                        bucket(9, bought, 1, 9, null, 9),
                        bucket(8, bought, 2, 9, END, 9),
                        bucket(7, given, 2, 9, END.plusMillis(1), 9),
                        bucket(6, given, 2, 9, null, 9),
                        bucket(5, bought, 2, 1, null, 9),
                        bucket(4, bought, 2, 2, null, 1),
                        bucket(2, bought, 2, 2, null, 2),
                        bucket(3, bought, 2, 2, null, 2));

        for (long seed = 0; seed < 100; seed++) {
            List<Bucket> shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Account.inBurnOrder(shuffled)).isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // returned so many hours before (-) or after the promised end, lives so many hours longer
        "-240, 0",
        "-73, 0",
        "-72, 0",
        "-71, 1",
        "-1, 71",
        "0, 72",
        "1, 72",
        "72, 72",
        "1000, 72"
    })
    void livesOnForTheGraceWhenCreditsComeBackLate(long returnedHours, long longerHours) {
        Bucket bucket = bucket(1, GrantSource.OPERATOR, 1, 0, END, 0);

        Bucket returned = bucket.returnedTo(END.plus(Duration.ofHours(returnedHours)));

        assertThat(returned.expiresAt()).isEqualTo(END.plus(Duration.ofHours(longerHours)));
        assertThat(returned.extension()).isEqualTo(Duration.ofHours(longerHours));
        assertThat(returned.remaining()).isEqualTo(bucket.remaining());
    }

    @Test
    void addsUpToTheGraceHoweverOftenCreditsComeBack() {
        Bucket bucket = bucket(1, GrantSource.OPERATOR, 1, 0, END, 0);

        for (int hour = -100; hour < 1_000; hour++) {
            Bucket returned = bucket.returnedTo(END.plus(Duration.ofHours(hour)));
            assertThat(returned.expiresAt()).isAfterOrEqualTo(bucket.expiresAt());
            bucket = returned;
        }

        assertThat(bucket.expiresAt()).isEqualTo(END.plus(Bucket.GRACE));
    }

    @Test
    void neverEndsWhatWasToLastForEver() {
        Bucket bucket = bucket(1, GrantSource.PURCHASE, 1, 0, null, 0);

        assertThat(bucket.returnedTo(END)).isEqualTo(bucket);
        assertThat(bucket.isLapsed(Instant.MAX)).isFalse();
    }

    /** The clock of whoever granted them may be ahead. */
    @Test
    void canBeSpentFromAtOnceIfNothingElseWasSaid() {
        Bucket bucket = bucket(1, GrantSource.PURCHASE, 1, 60, null, 60);

        assertThat(bucket.isLive(NOW)).isTrue();
    }

    private static Bucket bucket(
            int number,
            GrantSource source,
            int priority,
            int effectiveSeconds,
            @Nullable Instant end,
            int grantedSeconds) {
        return new Bucket(
                new GrantId("g%024x".formatted(number)),
                new Credits(5),
                source,
                priority,
                NOW.plusSeconds(effectiveSeconds),
                end,
                Duration.ZERO,
                NOW.plusSeconds(grantedSeconds));
    }
}
