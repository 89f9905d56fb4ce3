package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link dev.halftone.core.ledger.Corrections} does. */
public abstract class CorrectionsContract extends StudioContract {

    private static final int RACERS = 16;

    @Test
    void givesBackWhatWasChargedIntoTheBucketsItCameFrom() {
        grant(person.gift(1, 3));
        grant(person.purchase(2, 9));
        List<Bucket> before = account().buckets();
        Generation delivered = delivered(3, 8);

        assertThat(refund(delivered, 8)).isEqualTo(new RefundOutcome.Refunded(new Credits(8)));

        assertThat(account().buckets()).isEqualTo(before);
        assertThat(account().used()).isEqualTo(Credits.ZERO);
        assertThat(line(JournalEntry.Kind.REFUND).reason()).isEqualTo("invalid_result");
        assertThat(line(JournalEntry.Kind.REFUND).trace()).isEqualTo(delivered.trace());
        Conservation.audit(ports().ledger(), person.account());
    }

    /** What burnt last comes back first, so that bought credits return before given ones. */
    @Test
    void givesBackPartOfAChargeToTheBucketThatBurntLast() {
        grant(person.gift(1, 3));
        grant(person.purchase(2, 9));
        Generation delivered = delivered(3, 8);

        assertThat(refund(delivered, 4)).isEqualTo(new RefundOutcome.Refunded(new Credits(4)));

        assertThat(account().available()).isEqualTo(new Credits(8));
        assertThat(account().buckets())
                .extracting(Bucket::remaining)
                .containsExactlyInAnyOrder(Credits.ZERO, new Credits(8));
    }

    @Test
    void refundsOnceAndNeverMoreThanWasCharged() {
        grant(person.welcome(25));
        Generation delivered = delivered(1, 8);

        assertThat(refund(delivered, 9))
                .isEqualTo(new RefundOutcome.MoreThanCharged(new Credits(8)));
        refund(delivered, 3);
        Account refunded = account();
        assertThat(refund(delivered, 3))
                .isEqualTo(new RefundOutcome.AlreadyRefunded(new Credits(3)));
        assertThat(refund(delivered, 5))
                .isEqualTo(new RefundOutcome.AlreadyRefunded(new Credits(3)));

        assertThat(account()).isEqualTo(refunded);
    }

    @Test
    void refundsOnlyThePartThatWasCharged() {
        grant(person.welcome(25));
        Generation before = delivering(1, 8);
        ports().settlements().settle(before, succeeded(before), new Credits(5));

        assertThat(refund(before, 6)).isEqualTo(new RefundOutcome.MoreThanCharged(new Credits(5)));
        assertThat(refund(before, 5)).isEqualTo(new RefundOutcome.Refunded(new Credits(5)));

        assertThat(account().buckets()).containsExactly(person.welcome(25).bucket());
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void refundsNothingThatWasNotCharged() {
        grant(person.welcome(25));
        Generation pending = accepted(1, 4);
        Generation voided = accepted(2, 4);
        ports().settlements().settle(voided, failed(voided, FailureReason.TIMEOUT));
        Account before = account();

        assertThat(refund(pending, 4)).isEqualTo(new RefundOutcome.NotPosted());
        assertThat(refund(voided, 4)).isEqualTo(new RefundOutcome.NotPosted());
        assertThat(refund(person.generation(3, 4), 4))
                .isEqualTo(new RefundOutcome.NoSuchTransfer());
        assertThat(
                        ports().corrections()
                                .refund(
                                        new LateRefund(
                                                Person.fresh().account(),
                                                pending.id().transfer(),
                                                new Credits(4),
                                                "other",
                                                person.now())))
                .isEqualTo(new RefundOutcome.NoSuchTransfer());

        assertThat(account()).isEqualTo(before);
    }

    @Test
    void refundsOnceHoweverManyTryAtOnce() {
        grant(person.welcome(25));
        Generation delivered = delivered(1, 8);

        List<RefundOutcome> outcomes = Race.run(RACERS, n -> refund(delivered, 1 + n % 8));

        assertThat(outcomes).filteredOn(RefundOutcome.Refunded.class::isInstance).hasSize(1);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void takesBackWhatIsLeftOfTheGrantItself() {
        grant(person.purchase(1, 100));
        grant(person.purchase(2, 100));
        delivered(3, 30);

        assertThat(revoke(person.purchase(1, 100), 50))
                .isEqualTo(new RevokeOutcome.Revoked(new Credits(50), Credits.ZERO));

        assertThat(account().buckets())
                .extracting(Bucket::remaining)
                .containsExactlyInAnyOrder(new Credits(20), new Credits(100));
        assertThat(account().balance(Balance.REVOKED)).isEqualTo(new Credits(50));
        assertThat(line(JournalEntry.Kind.REVOKE).legs().amounts())
                .isEqualTo(Map.of(Balance.AVAILABLE, -50L, Balance.REVOKED, 50L));
        assertThat(line(JournalEntry.Kind.REVOKE).reason()).isEqualTo("refund");
        Conservation.audit(ports().ledger(), person.account());
    }

    /** What is spent of a refunded purchase is owed: neither forgiven nor hidden. */
    @Test
    void takesTheRestFromWhatWouldBeSpentLastAndOwesWhatIsNotThere() {
        grant(person.gift(1, 10));
        grant(person.purchase(2, 100));
        grant(person.purchase(3, 20));
        delivered(4, 110);

        assertThat(revoke(person.purchase(2, 100), 15))
                .isEqualTo(new RevokeOutcome.Revoked(new Credits(15), Credits.ZERO));
        assertThat(account().available()).isEqualTo(new Credits(5));
        assertThat(revoke(person.purchase(2, 100), 100))
                .isEqualTo(new RevokeOutcome.Revoked(new Credits(5), new Credits(80)));

        assertThat(account().available()).isEqualTo(Credits.ZERO);
        assertThat(account().debt()).isEqualTo(new Credits(80));
        assertThat(account().draw(new Credits(1), person.now()))
                .isEqualTo(new DrawOutcome.InDebt(new Credits(80)));
        assertThat(ports().ledger().grant(person.account(), person.purchase(2, 100).id()))
                .map(GrantState::revoked)
                .contains(new Credits(100));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** News of a payment comes in any order and any number of times. */
    @Test
    void movesToATargetOnlyUpwards() {
        Grant purchase = person.purchase(1, 100);
        grant(purchase);
        revoke(purchase, 50);
        Account revoked = account();

        assertThat(revoke(purchase, 50))
                .isEqualTo(new RevokeOutcome.AlreadyRevoked(new Credits(50)));
        assertThat(revoke(purchase, 30))
                .isEqualTo(new RevokeOutcome.AlreadyRevoked(new Credits(50)));
        assertThat(revoke(purchase, 101))
                .isEqualTo(new RevokeOutcome.MoreThanGranted(new Credits(100)));

        assertThat(account()).isEqualTo(revoked);
    }

    @Test
    void revokesNothingThatWasNotGrantedToThisAccount() {
        Person other = Person.fresh();
        grant(other.purchase(1, 100));

        assertThat(revoke(person.purchase(1, 100), 1)).isEqualTo(new RevokeOutcome.NoSuchGrant());
        assertThat(revoke(other.purchase(1, 100), 1)).isEqualTo(new RevokeOutcome.NoSuchGrant());
        assertThat(ports().ledger().account(person.account())).isEmpty();
    }

    /** A refunded purchase that expired unspent was not spent: nothing of it is owed. */
    @Test
    void takesBackWhatExpiredOfTheGrantBeforeAnybodyOwesIt() {
        Grant period = person.period(1, 100, person.now().plus(Duration.ofDays(30)));
        grant(period);
        delivered(2, 40);
        ports().expiries()
                .expire(
                        person.account(),
                        period.bucket().grant(),
                        person.now().plus(Duration.ofDays(31)));

        assertThat(revoke(period, 70))
                .isEqualTo(new RevokeOutcome.Revoked(new Credits(60), new Credits(10)));

        assertThat(account().balance(Balance.EXPIRED)).isEqualTo(Credits.ZERO);
        assertThat(account().debt()).isEqualTo(new Credits(10));
        assertThat(revoke(period, 100))
                .isEqualTo(new RevokeOutcome.Revoked(Credits.ZERO, new Credits(30)));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void takesBackAPurchaseThatStillWaits() {
        for (int number = 0; number < Account.BUCKETS_MAX; number++) {
            grant(person.gift(number, 1));
        }
        Grant purchase = person.purchase(100, 400);
        grant(purchase);

        revoke(purchase, 100);
        assertThat(account().balance(Balance.WAITING)).isEqualTo(new Credits(300));
        revoke(purchase, 400);

        assertThat(account().waiting()).isEmpty();
        assertThat(account().available()).isEqualTo(new Credits(Account.BUCKETS_MAX));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Goal: one update names every bucket there can be. Method: everything is taken at once. */
    @Test
    void takesBackFromAsManyBucketsAsAnAccountCanHave() {
        Grant spent = person.purchase(1_000, 5_000);
        grant(spent);
        delivered(1_001, 5_000);
        for (int number = 0; number < Account.BUCKETS_MAX; number++) {
            grant(person.gift(number, 1));
        }
        for (int number = 0; number < Account.WAITING_MAX; number++) {
            grant(person.purchase(number, 1));
        }

        assertThat(revoke(spent, 5_000))
                .isEqualTo(
                        new RevokeOutcome.Revoked(
                                new Credits(Account.BUCKETS_MAX + Account.WAITING_MAX),
                                new Credits(5_000 - Account.BUCKETS_MAX - Account.WAITING_MAX)));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void revokesToTheHighestTargetHoweverManyTryAtOnce() {
        Grant purchase = person.purchase(1, 100);
        grant(purchase);
        delivered(2, 90);

        Race.run(RACERS, n -> revoke(purchase, 5L * (1 + n % 4)));

        assertThat(account().balance(Balance.REVOKED)).isEqualTo(new Credits(20));
        assertThat(account().debt()).isEqualTo(new Credits(10));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Goal: debt only while nothing is left. Method: voids and grants race the revocation. */
    @Test
    void owesOnlyWhatNobodyBroughtInMeanwhile() {
        Grant purchase = person.purchase(1, 40);
        grant(purchase);
        Generation first = accepted(2, 20);
        Generation second = accepted(3, 20);

        Race.run(
                3,
                n ->
                        switch (n) {
                            case 0 -> revoke(purchase, 40).toString();
                            case 1 -> settled(first);
                            default -> settled(second);
                        });

        assertThat(account().debt()).isEqualTo(Credits.ZERO);
        assertThat(account().available()).isEqualTo(Credits.ZERO);
        assertThat(account().balance(Balance.REVOKED)).isEqualTo(new Credits(40));
        Conservation.audit(ports().ledger(), person.account());
    }

    private String settled(Generation generation) {
        boolean ended =
                ports().settlements().settle(generation, failed(generation, FailureReason.TIMEOUT));
        return Boolean.toString(ended);
    }

    @Test
    void paysDebtWithWhatAVoidBringsBack() {
        Grant purchase = person.purchase(1, 40);
        grant(purchase);
        Generation pending = accepted(2, 25);
        revoke(purchase, 35);
        assertThat(account().debt()).isEqualTo(new Credits(20));

        ports().settlements().settle(pending, failed(pending, FailureReason.TIMEOUT));

        assertThat(account().debt()).isEqualTo(Credits.ZERO);
        assertThat(account().available()).isEqualTo(new Credits(5));
        assertThat(line(JournalEntry.Kind.VOID).legs().amounts())
                .isEqualTo(Map.of(Balance.PENDING, -25L, Balance.DEBT, 20L, Balance.AVAILABLE, 5L));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void paysDebtWithALateRefund() {
        Grant purchase = person.purchase(1, 40);
        grant(purchase);
        Generation delivered = delivered(2, 40);
        revoke(purchase, 30);

        refund(delivered, 35);

        assertThat(account().debt()).isEqualTo(Credits.ZERO);
        assertThat(account().available()).isEqualTo(new Credits(5));
        Conservation.audit(ports().ledger(), person.account());
    }

    private RefundOutcome refund(Generation generation, long credits) {
        return ports().corrections()
                .refund(
                        new LateRefund(
                                person.account(),
                                generation.id().transfer(),
                                new Credits(credits),
                                "invalid_result",
                                person.now().plusSeconds(1_000)));
    }

    private RevokeOutcome revoke(Grant grant, long target) {
        return ports().corrections()
                .revoke(
                        new Revocation(
                                person.account(),
                                grant.id(),
                                new Credits(target),
                                "refund",
                                person.now().plusSeconds(2_000)));
    }
}
