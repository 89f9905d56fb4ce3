package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Protects: credits are drawn in one fixed order, exactly the amount, and never more than is there.
 */
class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void drawsGivenCreditsFirstAndOlderBeforeNewer() {
        Bucket bought = bucket(1, 10, 90, 0);
        Bucket newerGift = bucket(2, 3, 10, 60);
        Bucket olderGift = bucket(3, 2, 10, 0);

        DrawOutcome outcome = account(bought, newerGift, olderGift).draw(new Credits(7), NOW);

        assertThat(outcome)
                .isEqualTo(
                        new DrawOutcome.Drawn(
                                new Drawing(
                                        List.of(
                                                part(olderGift, 2),
                                                part(newerGift, 3),
                                                part(bought, 2)))));
    }

    @Test
    void skipsDrainedBuckets() {
        Bucket drained = bucket(1, 0, 10, 0);
        Bucket full = bucket(2, 5, 10, 1);

        assertThat(account(drained, full).draw(new Credits(5), NOW))
                .isEqualTo(new DrawOutcome.Drawn(new Drawing(List.of(part(full, 5)))));
    }

    @Test
    void saysWhatIsThereWhenItIsNotEnough() {
        assertThat(account(bucket(1, 4, 10, 0)).draw(new Credits(5), NOW))
                .isEqualTo(new DrawOutcome.Insufficient(new Credits(4)));
    }

    /** Goal: the drawn parts always sum to the amount and no part exceeds its bucket. */
    @Test
    void drawsExactlyTheAmountFromAnyMixOfBuckets() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Bucket> buckets = new ArrayList<>();
            for (int index = 0; index < 1 + random.nextInt(20); index++) {
                buckets.add(bucket(index, random.nextInt(9), random.nextInt(3), random.nextInt(5)));
            }
            Credits amount = new Credits(1 + random.nextInt(60));
            Account account = account(buckets.toArray(Bucket[]::new));
            Collections.shuffle(buckets, random);
            Account shuffled = account(buckets.toArray(Bucket[]::new));

            DrawOutcome outcome = account.draw(amount, NOW);

            assertThat(shuffled.draw(amount, NOW)).as("seed %d", seed).isEqualTo(outcome);
            switch (outcome) {
                case DrawOutcome.Drawn drawn ->
                        assertThat(drawn.drawing().total()).as("seed %d", seed).isEqualTo(amount);
                case DrawOutcome.InDebt _, DrawOutcome.Frozen _ ->
                        throw new AssertionError("It is neither");
                case DrawOutcome.Insufficient insufficient ->
                        assertThat(insufficient.available().isLessThan(amount))
                                .as("seed %d", seed)
                                .isTrue();
            }
        }
    }

    private static Bucket part(Bucket bucket, long amount) {
        return bucket.holding(new Credits(amount));
    }

    private static Bucket bucket(int number, long remaining, int priority, int afterSeconds) {
        return new Bucket(
                new GrantId("g%024x".formatted(number)),
                new Credits(remaining),
                GrantSource.OPERATOR,
                priority,
                NOW.minusSeconds(60),
                null,
                Duration.ZERO,
                NOW.plusSeconds(afterSeconds));
    }

    private static Account account(Bucket... buckets) {
        Credits available =
                List.of(buckets).stream()
                        .map(Bucket::remaining)
                        .reduce(Credits.ZERO, Credits::plus);
        return new Account(
                new AccountId("acc_" + "1".repeat(32)),
                Legs.NONE.from(Balance.GIVEN, available).to(Balance.AVAILABLE, available),
                List.of(buckets),
                List.of(),
                Set.of(),
                buckets.length);
    }
}
