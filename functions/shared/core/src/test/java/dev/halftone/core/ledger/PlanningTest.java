package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Protects: of several right ways to move credits the same one is chosen by everybody. */
class PlanningTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId ID = new AccountId("acc_" + "1".repeat(32));
    private static final FreezeCause CAUSE = new FreezeCause("dispute:test:1");

    @Test
    void knowsItsBucketsInOneOrderHoweverTheyWereRead() {
        assertThat(account(bucket(1, null), bucket(2, null)))
                .isEqualTo(account(bucket(2, null), bucket(1, null)));
    }

    /** Two purchases of the same millisecond: whoever looks, the same one comes in first. */
    @Test
    void admitsTheSameOfTwoThatWaitedEquallyLong() {
        assertThat(admitted(bucket(1, null), bucket(2, null)))
                .isEqualTo(admitted(bucket(2, null), bucket(1, null)))
                .isEqualTo(new AdmitOutcome.Admitted(bucket(1, null).grant(), new Credits(5)));
    }

    private static AdmitOutcome admitted(Bucket first, Bucket second) {
        Account seen =
                new Account(
                        ID,
                        Legs.NONE.and(Balance.BOUGHT, -10).and(Balance.WAITING, 10),
                        List.of(),
                        List.of(first, second),
                        Set.of(),
                        2);
        return ((Decision.Book<AdmitOutcome>) Granting.admit(seen, NOW)).outcome();
    }

    @Test
    void freezesNoAccountThatIsNotThere() {
        assertThat(Freezing.freeze(CAUSE, null, NOW))
                .isEqualTo(new Decision.Answer<>(new FreezeOutcome.NoSuchAccount()));
    }

    @Test
    void freezesForOneCauseOnce() {
        Account frozen = new Account(ID, Legs.NONE, List.of(), List.of(), Set.of(CAUSE), 1);

        assertThat(Freezing.freeze(CAUSE, frozen, NOW))
                .isEqualTo(new Decision.Answer<>(new FreezeOutcome.AlreadyFrozen()));
    }

    /** Whatever is decided from a debt that was read is refused once the debt is another. */
    @Test
    void grantsOnlyWhileTheDebtIsWhatWasRead() {
        assertThat(granted(account(bucket(1, null), bucket(2, null))).requirements())
                .contains(new Requirement.Unchanged(Balance.DEBT, 0));
    }

    @Test
    void opensABucketOnlyWhileThereIsRoom() {
        assertThat(granted(account(bucket(1, null), bucket(2, null))).requirements())
                .contains(new Requirement.Room(Change.Shelf.BUCKETS, Account.BUCKETS_MAX));
    }

    /** The drained one goes in the same moment, so it takes no room. */
    @Test
    void countsABucketThatItRemovesAsRoom() {
        assertThat(granted(account(bucket(1, null), empty(2))).requirements())
                .contains(new Requirement.Room(Change.Shelf.BUCKETS, Account.BUCKETS_MAX + 1));
    }

    @Test
    void letsAPurchaseWaitOnlyWhileThereIsRoom() {
        Bucket[] full =
                IntStream.range(0, Account.BUCKETS_MAX)
                        .mapToObj(number -> bucket(number, null))
                        .toArray(Bucket[]::new);

        assertThat(granted(account(full)).requirements())
                .contains(new Requirement.Room(Change.Shelf.WAITING, Account.WAITING_MAX));
    }

    @Test
    void spendsOnlyWhatIsNeitherFrozenNorOwed() {
        assertThat(Transferring.pending(transfer(bucket(1, null))).requirements())
                .containsExactly(
                        new Requirement.NotFrozen(), new Requirement.Unchanged(Balance.DEBT, 0));
    }

    @Test
    void bringsBackOnlyWhileTheDebtIsWhatWasRead() {
        assertThat(voided(bucket(1, null)).requirements())
                .containsExactly(new Requirement.Unchanged(Balance.DEBT, 0));
    }

    private static Movement granted(Account seen) {
        Grant grant =
                Grant.bought(
                        ID,
                        new BusinessKey("order:9"),
                        GrantSource.PURCHASE,
                        new Credits(5),
                        new Cost(499, "EUR"),
                        NOW);
        return ((Decision.Book<GrantOutcome>) Granting.grant(grant, seen)).movement();
    }

    private static Bucket empty(int number) {
        return bucket(number, null).holding(Credits.ZERO);
    }

    /** Its expiry is known already, and far away. */
    @Test
    void saysNothingNewOfABucketThatGetsItsCreditsBackInTime() {
        Bucket lasting = bucket(1, NOW.plus(Duration.ofDays(30)));

        assertThat(voided(lasting).notes()).isEmpty();
    }

    /** Its expiry may be looked for at this very moment. */
    @Test
    void saysWhenABucketEndsThatGetsItsCreditsBackLate() {
        Instant end = NOW.plus(Duration.ofDays(1));

        assertThat(voided(bucket(1, end)).notes())
                .containsExactly(
                        new BucketNote.Due(bucket(1, end).grant(), NOW.plus(Bucket.GRACE)));
    }

    private static Movement voided(Bucket from) {
        return Transferring.voiding(transfer(from), "timeout", NOW, null);
    }

    private static PendingTransfer transfer(Bucket from) {
        return new PendingTransfer(
                new TransferId("gen_00000001"),
                ID,
                new Drawing(List.of(from)),
                "2026-11-01",
                new TraceId("7ace" + "0".repeat(27) + "1"),
                NOW);
    }

    private static Bucket bucket(int number, @Nullable Instant end) {
        return new Bucket(
                new GrantId("g%024x".formatted(number)),
                new Credits(5),
                GrantSource.PURCHASE,
                80,
                NOW.minusSeconds(60),
                end,
                Duration.ZERO,
                NOW.minusSeconds(60));
    }

    private static Account account(Bucket... buckets) {
        long sum = Account.total(List.of(buckets)).amount();
        return new Account(
                ID,
                Legs.NONE.and(Balance.BOUGHT, -sum).and(Balance.AVAILABLE, sum),
                List.of(buckets),
                List.of(),
                Set.of(),
                buckets.length);
    }
}
