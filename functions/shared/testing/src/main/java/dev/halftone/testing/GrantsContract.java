package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Revocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link dev.halftone.core.ledger.Ledger} does with grants of different sources. */
public abstract class GrantsContract extends StudioContract {

    private static final int RACERS = 16;
    private static final Duration MONTH = Duration.ofDays(30);

    /** Protects the proof of a purchase: what it was, what it cost and when, for ever. */
    @Test
    void keepsAmountCostAndTimeOfAPurchase() {
        Grant purchase = person.purchase(1, 400);
        grant(purchase);
        grant(person.gift(2, 5));

        assertThat(ports().ledger().grant(person.account(), purchase.id()))
                .contains(new GrantState(purchase, Credits.ZERO));
        assertThat(ports().ledger().grant(Person.fresh().account(), purchase.id())).isEmpty();
    }

    @Test
    void keepsEverythingElseAGrantSays() {
        Grant period =
                person.period(1, 400, end(60)).effective(person.now().plus(MONTH)).burning(7);
        grant(period);

        assertThat(ports().ledger().grant(person.account(), period.id()))
                .map(GrantState::grant)
                .contains(period);
        assertThat(account().buckets()).containsExactly(period.bucket());
    }

    /** Goal: the purchased total can be proved. Method: it is the sum of one leg of every line. */
    @Test
    void countsWhatWasBoughtApartFromWhatWasGiven() {
        grant(person.gift(1, 5));
        grant(person.purchase(2, 400));
        grant(person.period(3, 60, end(30)));

        assertThat(account().balance(Balance.BOUGHT)).isEqualTo(new Credits(460));
        assertThat(account().balance(Balance.GIVEN)).isEqualTo(new Credits(5));
        assertThat(sheet(person.now()).purchased()).isEqualTo(new Credits(460));
        assertThat(sheet(person.now()).granted()).isEqualTo(new Credits(465));
        assertThat(
                        journal().stream()
                                .mapToLong(entry -> -entry.legs().amount(Balance.BOUGHT))
                                .sum())
                .isEqualTo(460);
    }

    @Test
    void saysThatAKeyWasUsedForAnotherAmount() {
        grant(person.purchase(1, 400));

        assertThat(ports().ledger().grant(person.purchase(1, 401)))
                .isEqualTo(new GrantOutcome.KeyReused());
        assertThat(ports().ledger().grant(person.purchase(1, 400)))
                .isEqualTo(new GrantOutcome.AlreadyGranted());

        assertThat(account().granted()).isEqualTo(new Credits(400));
    }

    @Test
    void saysThatAKeyWasUsedForAnotherAccount() {
        Person other = Person.fresh();
        Grant mine = person.purchase(1, 400);
        grant(mine);
        Grant theirs =
                Grant.bought(
                        other.account(),
                        mine.key(),
                        mine.source(),
                        mine.amount(),
                        new Cost(499, "EUR"),
                        mine.at());

        assertThat(ports().ledger().grant(theirs)).isEqualTo(new GrantOutcome.KeyReused());

        assertThat(ports().ledger().account(other.account())).isEmpty();
    }

    @Test
    void burnsWhatWasGivenBeforeWhatWasBoughtAndWhatEndsSoonerFirst() {
        grant(person.purchase(1, 10));
        grant(person.period(2, 10, end(30)));
        grant(person.promotion(3, 10, end(20)));
        grant(person.promotion(4, 10, end(10)));
        grant(person.welcome(10));

        accepted(5, 45);

        assertThat(account().buckets())
                .filteredOn(bucket -> !bucket.remaining().isZero())
                .extracting(Bucket::grant, Bucket::remaining)
                .containsExactly(tuple(person.purchase(1, 10).id(), new Credits(5)));
    }

    @Test
    void spendsNothingBeforeItIsEffectiveOrAfterItEnds() {
        grant(person.promotion(1, 5, end(10)).effective(end(5)));

        assertThat(account().draw(new Credits(1), end(5).minusMillis(1)))
                .isEqualTo(new DrawOutcome.Insufficient(Credits.ZERO));
        assertThat(account().draw(new Credits(5), end(5))).isInstanceOf(DrawOutcome.Drawn.class);
        assertThat(account().draw(new Credits(5), end(10).minusMillis(1)))
                .isInstanceOf(DrawOutcome.Drawn.class);
        assertThat(account().draw(new Credits(1), end(10)))
                .isEqualTo(new DrawOutcome.Insufficient(Credits.ZERO));
        assertThat(sheet(person.now()).upcoming()).isEqualTo(new Credits(5));
        assertThat(sheet(end(10)).expired()).isEqualTo(new Credits(5));
    }

    @Test
    void saysWhatEndsNext() {
        grant(person.purchase(1, 10));
        grant(person.promotion(2, 3, end(20)));
        grant(person.promotion(3, 4, end(10)));
        grant(person.promotion(4, 5, end(10)));

        assertThat(sheet(person.now()).nextExpiry())
                .extracting(next -> next.credits(), next -> next.at())
                .containsExactly(new Credits(9), end(10));
    }

    /** Goal: a check-in each day fills no account. Method: one bucket a month, a line each. */
    @Test
    void letsRewardsOfAMonthShareABucketAndGivesEachItsLine() {
        Instant november = Instant.parse("2026-11-20T10:00:00Z");
        for (int day = 0; day < 5; day++) {
            grant(person.reward(day, 2, november.plus(Duration.ofDays(day))));
        }
        grant(person.reward(9, 3, november.plus(MONTH)));

        assertThat(account().buckets())
                .extracting(Bucket::remaining, Bucket::expiresAt)
                .containsExactlyInAnyOrder(
                        tuple(new Credits(10), Instant.parse("2026-12-01T00:00:00Z")),
                        tuple(new Credits(3), Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(journal()).extracting(JournalEntry::key).doesNotHaveDuplicates().hasSize(6);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void losesNoRewardAmongManyThatShareABucketAtOnce() {
        Race.run(4, number -> ports().ledger().grant(person.reward(number, 2, end(20))));

        assertThat(account().available()).isEqualTo(new Credits(8));
        assertThat(account().buckets()).hasSize(1);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void takesRewardsIntoASharedBucketThoughNoOtherHasRoom() {
        grant(person.reward(100, 2, end(20)));
        fill(Account.BUCKETS_MAX - 1);

        assertThat(ports().ledger().grant(person.reward(101, 2, end(20))))
                .isEqualTo(new GrantOutcome.Granted(new Credits(2)));

        assertThat(account().buckets()).hasSize(Account.BUCKETS_MAX);
    }

    /** Money was paid: it must not be refused, and its owner must see where the credits are. */
    @Test
    void letsAPurchaseWaitWhereThereIsNoRoom() {
        fill(Account.BUCKETS_MAX);

        assertThat(ports().ledger().grant(person.purchase(100, 400)))
                .isEqualTo(new GrantOutcome.Waiting(new Credits(400)));
        assertThat(ports().ledger().grant(person.purchase(100, 400)))
                .isEqualTo(new GrantOutcome.AlreadyGranted());
        assertThat(ports().ledger().grant(person.promotion(101, 1, end(20))))
                .isEqualTo(new GrantOutcome.TooManyBuckets());

        assertThat(sheet(person.now()).waiting()).isEqualTo(new Credits(400));
        assertThat(sheet(person.now()).purchased()).isEqualTo(new Credits(400));
        assertThat(account().available()).isEqualTo(new Credits(Account.BUCKETS_MAX));
        assertThat(line(JournalEntry.Kind.GRANT).legs().amounts())
                .isEqualTo(Map.of(Balance.BOUGHT, -400L, Balance.WAITING, 400L));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void refusesByNameWhatCannotEvenWait() {
        fill(Account.BUCKETS_MAX);
        for (int number = 0; number < Account.WAITING_MAX; number++) {
            grant(person.purchase(100 + number, 1));
        }

        assertThat(ports().ledger().grant(person.purchase(200, 1)))
                .isEqualTo(new GrantOutcome.TooManyBuckets());

        assertThat(account().waiting()).hasSize(Account.WAITING_MAX);
    }

    @Test
    void admitsWhatWaitedLongestOnceABucketIsEmpty() {
        fill(Account.BUCKETS_MAX);
        grant(person.purchase(101, 7));
        grant(person.purchase(100, 400));
        assertThat(ports().ledger().admit(person.account(), person.now()))
                .isEqualTo(new AdmitOutcome.NoRoom());
        accepted(300, 1);

        assertThat(ports().ledger().admit(person.account(), person.now()))
                .isEqualTo(
                        new AdmitOutcome.Admitted(
                                person.purchase(100, 400).id(), new Credits(400)));

        assertThat(account().buckets()).contains(person.purchase(100, 400).bucket());
        assertThat(account().balance(Balance.WAITING)).isEqualTo(new Credits(7));
        assertThat(line(JournalEntry.Kind.ADMIT).credits()).isEqualTo(400);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void admitsNothingWhereNothingWaits() {
        assertThat(ports().ledger().admit(person.account(), person.now()))
                .isEqualTo(new AdmitOutcome.NothingWaiting());
        grant(person.welcome(5));

        assertThat(ports().ledger().admit(person.account(), person.now()))
                .isEqualTo(new AdmitOutcome.NothingWaiting());
    }

    @Test
    void admitsOnceHoweverManyTryAtOnce() {
        fill(Account.BUCKETS_MAX);
        grant(person.purchase(100, 400));
        accepted(300, 1);

        List<AdmitOutcome> outcomes =
                Race.run(RACERS, _ -> ports().ledger().admit(person.account(), person.now()));

        assertThat(outcomes).filteredOn(AdmitOutcome.Admitted.class::isInstance).hasSize(1);
        assertThat(account().available()).isEqualTo(new Credits(Account.BUCKETS_MAX - 1 + 400));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void paysDebtWithWhateverIsGrantedNext() {
        grant(person.purchase(1, 10));
        delivered(2, 10);
        ports().corrections()
                .revoke(
                        new Revocation(
                                person.account(),
                                person.purchase(1, 10).id(),
                                new Credits(10),
                                "refund",
                                person.now()));

        grant(person.gift(3, 4));
        assertThat(account().debt()).isEqualTo(new Credits(6));
        assertThat(account().buckets())
                .allMatch(bucket -> bucket.remaining().isZero(), "holds nothing");
        grant(person.gift(4, 8));

        assertThat(account().debt()).isEqualTo(Credits.ZERO);
        assertThat(account().available()).isEqualTo(new Credits(2));
        assertThat(line(JournalEntry.Kind.GRANT).legs().amounts())
                .isEqualTo(Map.of(Balance.GIVEN, -8L, Balance.DEBT, 6L, Balance.AVAILABLE, 2L));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void grantsAlsoToAFrozenAccount() {
        grant(person.welcome(5));
        ports().corrections()
                .freeze(person.account(), new FreezeCause("dispute:test:1"), person.now());

        assertThat(ports().ledger().grant(person.gift(1, 5)))
                .isEqualTo(new GrantOutcome.Granted(new Credits(5)));
    }

    @Test
    void keepsTheExpiryOfAGiftToTheMillisecond() {
        Instant end = end(1).plusMillis(7);
        grant(person.gift(1, 5).expiring(Expiry.at(end.plusNanos(999))));

        assertThat(account().buckets()).extracting(Bucket::expiresAt).containsExactly(end);
    }

    private Instant end(int days) {
        return person.now().plus(Duration.ofDays(days));
    }

    private void fill(int buckets) {
        for (int number = 0; number < buckets; number++) {
            grant(person.gift(number, 1));
        }
    }
}
