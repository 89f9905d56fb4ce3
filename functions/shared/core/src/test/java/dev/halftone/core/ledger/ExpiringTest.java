package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Protects: what was not spent in time is booked when it is over, wherever it stands. */
class ExpiringTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(20));
    private static final AccountId ID = new AccountId("acc_" + "1".repeat(32));
    private static final Bucket ENDING = bucket(1, END);
    private static final Bucket LASTING = bucket(2, null);
    private static final Account ACCOUNT =
            new Account(
                    ID,
                    Legs.NONE.and(Balance.GIVEN, -10).and(Balance.AVAILABLE, 10),
                    List.of(ENDING, LASTING),
                    List.of(),
                    Set.of(),
                    2);

    private static Bucket bucket(int number, @Nullable Instant end) {
        return new Bucket(
                new GrantId("g%024x".formatted(number)),
                new Credits(5),
                GrantSource.OPERATOR,
                30,
                NOW,
                end,
                Duration.ZERO,
                NOW);
    }

    @Test
    void hasNothingToBookOfWhatLasts() {
        assertThat(expire(LASTING.grant(), END))
                .isEqualTo(new Decision.Answer<>(new ExpireOutcome.NothingLeft()));
    }

    @Test
    void hasNothingToBookOfWhatIsNotThere() {
        assertThat(expire(bucket(3, END).grant(), END))
                .isEqualTo(new Decision.Answer<>(new ExpireOutcome.NothingLeft()));
    }

    @Test
    void waitsUntilItIsOver() {
        assertThat(expire(ENDING.grant(), END.minusMillis(1)))
                .isEqualTo(new Decision.Answer<>(new ExpireOutcome.NotYet(END)));
    }

    @Test
    void booksWhatIsOver() {
        assertThat(expire(ENDING.grant(), END))
                .isInstanceOfSatisfying(
                        Decision.Book.class,
                        book ->
                                assertThat(book.outcome())
                                        .isEqualTo(new ExpireOutcome.Expired(new Credits(5))));
    }

    private static Decision<ExpireOutcome> expire(GrantId bucket, Instant now) {
        return Expiring.expire(bucket, BucketHistory.NONE, ACCOUNT, now);
    }

    /** Protects the index of expiries from one partition that takes them all. */
    @Test
    void spreadsBucketsOverAllShards() {
        assertThat(
                        IntStream.range(0, 400)
                                .map(n -> new Expiries.Due(ID, bucket(n, END).grant()).shard())
                                .distinct())
                .hasSize(Expiries.SHARDS)
                .allMatch(shard -> shard >= 0 && shard < Expiries.SHARDS);
    }

    /** A list of what is due: two buckets in each shard, of which the first may be broken. */
    private static final class Due implements Expiries {

        private final boolean broken;
        private final List<GrantId> asked = new ArrayList<>();

        private Due(boolean broken) {
            this.broken = broken;
        }

        @Override
        public List<Expiries.Due> due(int shard, Instant now, int limit) {
            if (shard < 0 || shard >= SHARDS) {
                throw new PermanentFailure("index", "no such shard");
            }
            return List.of(
                    new Expiries.Due(ID, bucket(2 * shard, END).grant()),
                    new Expiries.Due(ID, bucket(2 * shard + 1, END).grant()));
        }

        @Override
        public ExpireOutcome expire(AccountId account, GrantId bucket, Instant now) {
            asked.add(bucket);
            if (bucket.equals(bucket(0, END).grant()) && broken) {
                throw new TransientFailure("ledger", "broken");
            }
            return bucket.equals(bucket(3, END).grant())
                    ? new ExpireOutcome.Expired(new Credits(5))
                    : new ExpireOutcome.NothingLeft();
        }
    }

    @Test
    void sweepsEveryShardAndCountsOnlyWhatItBooked() {
        Due due = new Due(false);

        assertThat(new SweepExpiries(due, new NothingWaits()).sweep(END)).isEqualTo(1);

        assertThat(due.asked).hasSize(2 * Expiries.SHARDS);
    }

    @Test
    void sweepsTheOthersBeforeItFailsForOneThatCouldNotBeWritten() {
        Due due = new Due(true);

        assertThatThrownBy(() -> new SweepExpiries(due, new NothingWaits()).sweep(END))
                .isInstanceOf(TransientFailure.class);

        assertThat(due.asked).hasSize(2 * Expiries.SHARDS);
    }

    private static final class NothingWaits extends UnaskedLedger {

        @Override
        public AdmitOutcome admit(AccountId account, Instant at) {
            return new AdmitOutcome.NothingWaiting();
        }
    }
}
