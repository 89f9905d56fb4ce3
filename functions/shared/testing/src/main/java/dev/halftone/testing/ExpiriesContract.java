package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.SweepExpiries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Expiries} does. */
public abstract class ExpiriesContract extends StudioContract {

    private static final int RACERS = 16;
    private static final int LIMIT = 1_000;
    private static final Duration LIFE = Duration.ofDays(30);

    private final Instant end = person.now().plus(LIFE);

    @Test
    void findsABucketWhenItIsDueAndNotBefore() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        grant(person.purchase(2, 5));

        assertThat(due(end.minusMillis(1))).isEmpty();
        assertThat(due(end)).containsExactly(promotion.id());
    }

    @Test
    void booksWhatWasNotSpentAsALineOfItsOwn() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        accepted(2, 2);

        assertThat(expire(promotion, end)).isEqualTo(new ExpireOutcome.Expired(new Credits(3)));

        assertThat(account().balance(Balance.EXPIRED)).isEqualTo(new Credits(3));
        assertThat(account().buckets()).isEmpty();
        JournalEntry line = line(JournalEntry.Kind.EXPIRE);
        assertThat(line.legs().amounts())
                .isEqualTo(Map.of(Balance.AVAILABLE, -3L, Balance.EXPIRED, 3L));
        assertThat(line.reason()).isEqualTo("operator");
        assertThat(line.at()).isEqualTo(end);
        assertThat(due(end)).isEmpty();
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void expiresNothingBeforeItsTime() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        Account before = account();

        assertThat(expire(promotion, end.minusMillis(1))).isEqualTo(new ExpireOutcome.NotYet(end));

        assertThat(account()).isEqualTo(before);
        assertThat(due(end)).containsExactly(promotion.id());
    }

    @Test
    void expiresNothingTwice() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        expire(promotion, end);
        Account expired = account();

        assertThat(expire(promotion, end)).isEqualTo(new ExpireOutcome.NothingLeft());

        assertThat(account()).isEqualTo(expired);
    }

    @Test
    void expiresOnceHoweverManyTryAtOnce() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);

        List<ExpireOutcome> outcomes = Race.run(RACERS, _ -> expire(promotion, end));

        assertThat(outcomes).filteredOn(ExpireOutcome.Expired.class::isInstance).hasSize(1);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void writesNoLineForABucketThatWasSpentInTime() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        accepted(2, 5);

        assertThat(expire(promotion, end)).isEqualTo(new ExpireOutcome.NothingLeft());

        assertThat(due(end)).isEmpty();
        assertThat(account().entries()).isEqualTo(2);
        assertThat(account().balance(Balance.EXPIRED)).isEqualTo(Credits.ZERO);
    }

    @Test
    void expiresNothingThatNeverEndsOrNeverWas() {
        grant(person.purchase(1, 5));

        assertThat(expire(person.purchase(1, 5), end)).isEqualTo(new ExpireOutcome.NothingLeft());
        assertThat(expire(person.purchase(2, 5), end)).isEqualTo(new ExpireOutcome.NothingLeft());
        assertThat(
                        ports().expiries()
                                .expire(Person.fresh().account(), person.purchase(1, 5).id(), end))
                .isEqualTo(new ExpireOutcome.NothingLeft());
    }

    @Test
    void expiresASharedBucketOnce() {
        grant(person.reward(1, 5, end));
        grant(person.reward(2, 6, end));
        GrantId shared = person.reward(1, 5, end).bucket().grant();
        Instant monthEnd = Instant.parse("2027-01-01T00:00:00Z");

        assertThat(due(monthEnd)).containsExactly(shared);
        assertThat(ports().expiries().expire(person.account(), shared, monthEnd))
                .isEqualTo(new ExpireOutcome.Expired(new Credits(11)));
        assertThat(due(monthEnd)).isEmpty();
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void expiresWhatStillWaits() {
        for (int number = 0; number < Account.BUCKETS_MAX; number++) {
            grant(person.gift(number, 1));
        }
        Grant period = person.period(100, 400, end);
        grant(period);

        assertThat(due(end)).containsExactly(period.id());
        assertThat(expire(period, end)).isEqualTo(new ExpireOutcome.Expired(new Credits(400)));

        assertThat(account().waiting()).isEmpty();
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Goal: failed work near the expiry loses nothing. Method: it fails a second after it. */
    @Test
    void leavesTimeToSpendWhatComesBackAfterItsExpiry() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        Generation generation = drawn(2, 5, end.minusSeconds(1));
        expire(promotion, end);

        giveUp(generation, end.plusSeconds(1));

        Instant grace = end.plus(Bucket.GRACE);
        assertThat(sheet(grace.minusMillis(1)).available()).isEqualTo(new Credits(5));
        assertThat(due(grace.minusMillis(1))).isEmpty();
        assertThat(due(grace)).containsExactly(promotion.id());
        assertThat(expire(promotion, grace)).isEqualTo(new ExpireOutcome.Expired(new Credits(5)));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void leavesTimeToSpendWhatComesBackShortlyBeforeItsExpiry() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        Generation generation = drawn(2, 3, end.minusSeconds(120));

        giveUp(generation, end.minusSeconds(60));

        Instant grace = end.minusSeconds(60).plus(Bucket.GRACE);
        assertThat(account().buckets()).extracting(Bucket::expiresAt).containsExactly(grace);
        assertThat(due(grace.minusMillis(1))).isEmpty();
        assertThat(due(grace)).containsExactly(promotion.id());
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Else whoever cancels every other day would keep a gift for ever. */
    @Test
    void addsTheGraceOnlyOnce() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        Instant grace = end.plus(Bucket.GRACE);
        giveUp(drawn(2, 5, end.minusSeconds(1)), end.plusSeconds(1));

        giveUp(drawn(3, 5, grace.minusSeconds(1)), grace.plusSeconds(1));

        assertThat(account().buckets()).extracting(Bucket::expiresAt).containsExactly(grace);
        assertThat(account().draw(new Credits(1), grace.plusSeconds(1)))
                .isEqualTo(new DrawOutcome.Insufficient(Credits.ZERO));
        assertThat(due(grace)).containsExactly(promotion.id());
        assertThat(expire(promotion, grace.plusSeconds(1)))
                .isEqualTo(new ExpireOutcome.Expired(new Credits(5)));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Credits may come back after each expiry: each is a line, and each is found. */
    @Test
    void booksEveryExpiryOfABucketThatIsFilledAgain() {
        Grant promotion = person.promotion(1, 6, end);
        grant(promotion);
        Generation first = drawn(2, 2, end.minusSeconds(2));
        Generation second = drawn(3, 2, end.minusSeconds(1));
        Instant late = end.plus(Duration.ofDays(10));

        expire(promotion, end);
        giveUp(first, late);
        expire(promotion, late);
        giveUp(second, late);
        assertThat(due(late)).containsExactly(promotion.id());
        expire(promotion, late);

        assertThat(due(late)).isEmpty();
        assertThat(journal())
                .filteredOn(entry -> entry.kind() == JournalEntry.Kind.EXPIRE)
                .extracting(JournalEntry::credits)
                .containsOnly(-2L)
                .hasSize(3);
        assertThat(account().balance(Balance.EXPIRED)).isEqualTo(new Credits(6));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** What ends is the account's word, not that of the index, which may be behind. */
    @Test
    void findsABucketAgainThatWasExtendedAfterItWasFound() {
        Grant promotion = person.promotion(1, 6, end);
        grant(promotion);
        Generation early = drawn(2, 2, end.minus(Duration.ofDays(10)));
        Generation late = drawn(3, 2, end.minusSeconds(120));
        giveUp(late, end.minusSeconds(60));
        Instant grace = end.minusSeconds(60).plus(Bucket.GRACE);
        giveUp(early, end.minus(Duration.ofDays(9)));

        assertThat(expire(promotion, end)).isEqualTo(new ExpireOutcome.NotYet(grace));

        assertThat(due(grace.minusMillis(1))).isEmpty();
        assertThat(due(grace)).containsExactly(promotion.id());
    }

    @Test
    void sweepsWhatIsDueAndLetsInWhatWaitedForTheRoom() {
        for (int number = 0; number < Account.BUCKETS_MAX - 1; number++) {
            grant(person.gift(number, 1));
        }
        grant(person.promotion(90, 5, end));
        grant(person.purchase(100, 400));
        SweepExpiries sweeping = new SweepExpiries(ports().expiries(), ports().ledger());

        // On a store that others use there may be more than this one.
        assertThat(sweeping.sweep(end)).isPositive();

        assertThat(account().balance(Balance.EXPIRED)).isEqualTo(new Credits(5));
        assertThat(account().waiting()).isEmpty();
        assertThat(due(end)).isEmpty();
        Conservation.audit(ports().ledger(), person.account());
    }

    /** One account that nobody can write must not keep the others' expiries from being booked. */
    @Test
    void sweepsTheOthersThoughOneCannotBeBooked() {
        List<Person> people = List.of(person, Person.fresh(), Person.fresh());
        people.forEach(each -> grant(each.promotion(1, 5, end)));
        Person broken = people.get(1);
        SweepExpiries sweeping = new SweepExpiries(failingFor(broken.account()), ports().ledger());

        assertThatThrownBy(() -> sweeping.sweep(end)).isInstanceOf(TransientFailure.class);

        assertThat(people)
                .extracting(
                        each ->
                                ports().ledger()
                                        .account(each.account())
                                        .orElseThrow()
                                        .balance(Balance.EXPIRED)
                                        .amount())
                .containsExactly(5L, 0L, 5L);
    }

    private Expiries failingFor(AccountId broken) {
        return new Expiries() {
            @Override
            public List<Due> due(int shard, Instant now, int limit) {
                return ports().expiries().due(shard, now, limit);
            }

            @Override
            public ExpireOutcome expire(AccountId account, GrantId bucket, Instant now) {
                if (account.equals(broken)) {
                    throw new TransientFailure("ledger", "said the test");
                }
                return ports().expiries().expire(account, bucket, now);
            }
        };
    }

    @Test
    void spendsAllOrExpiresAllWhenBothHappenAtOnce() {
        Grant promotion = person.promotion(1, 5, end);
        grant(promotion);
        List<Generation> racing = new ArrayList<>();
        for (int number = 0; number < RACERS; number++) {
            racing.add(person.generation(10 + number, 1));
        }
        List<PendingTransfer> transfers = racing.stream().map(this::transfer).toList();

        Race.run(
                RACERS + 1,
                n ->
                        n == RACERS
                                ? expire(promotion, end).toString()
                                : ports().submissions()
                                        .accept(racing.get(n), transfers.get(n))
                                        .toString());
        expire(promotion, end);

        assertThat(account().available()).isEqualTo(Credits.ZERO);
        assertThat(account().pending().plus(account().balance(Balance.EXPIRED)))
                .isEqualTo(new Credits(5));
        Conservation.audit(ports().ledger(), person.account());
    }

    private ExpireOutcome expire(Grant grant, Instant now) {
        return ports().expiries().expire(person.account(), grant.bucket().grant(), now);
    }

    /** The buckets of this person that are due. */
    private List<GrantId> due(Instant now) {
        List<GrantId> due = new ArrayList<>();
        for (int shard = 0; shard < Expiries.SHARDS; shard++) {
            for (Expiries.Due each : ports().expiries().due(shard, now, LIMIT)) {
                if (each.account().equals(person.account())) {
                    assertThat(each.shard()).isEqualTo(shard);
                    due.add(each.bucket());
                }
            }
        }
        return due;
    }

    /** Accepted at a moment, from what was live then. */
    private Generation drawn(int number, long credits, Instant at) {
        Generation generation = person.generation(number, credits);
        DrawOutcome drawn = account().draw(generation.price().credits(), at);
        assertThat(drawn).isInstanceOf(DrawOutcome.Drawn.class);
        ports().submissions()
                .accept(
                        generation,
                        Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        return generation;
    }

    private void giveUp(Generation generation, Instant at) {
        Generation failed =
                generation
                        .on(new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "said the test", at))
                        .orElseThrow();
        assertThat(ports().settlements().settle(generation, failed)).isTrue();
    }
}
