package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Change.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: an account refuses each single thing that is wrong about a movement. Method: every change
 * and requirement there is, each once as it fits and once as it does not.
 */
class MovementTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(10));
    private static final AccountId ID = new AccountId("acc_" + "1".repeat(32));
    private static final FreezeCause CAUSE = new FreezeCause("dispute:test:1");
    private static final Bucket HELD = bucket(1, 10, END);
    private static final Bucket WAITING = bucket(2, 5, null);
    private static final Bucket NEW = bucket(3, 1, null);

    static Stream<Change> fitting() {
        return Stream.of(
                new Change.Open(Shelf.BUCKETS, NEW),
                new Change.Open(Shelf.WAITING, NEW),
                new Change.Add(HELD.grant(), new Credits(1)),
                new Change.Take(Shelf.BUCKETS, HELD.grant(), new Credits(10)),
                new Change.Take(Shelf.WAITING, WAITING.grant(), new Credits(5)),
                new Change.Extend(HELD.grant(), END, Duration.ZERO),
                new Change.Extend(HELD.grant(), END.plusMillis(1), Duration.ofMillis(1)),
                new Change.Close(Shelf.BUCKETS, HELD.grant(), new Credits(10), null),
                new Change.Close(Shelf.BUCKETS, HELD.grant(), new Credits(10), END),
                new Change.Close(Shelf.WAITING, WAITING.grant(), new Credits(5), null),
                new Change.Freeze(CAUSE));
    }

    static Stream<Change> unfitting() {
        return Stream.of(
                new Change.Open(Shelf.BUCKETS, HELD),
                new Change.Open(Shelf.WAITING, WAITING),
                new Change.Add(NEW.grant(), new Credits(1)),
                new Change.Add(WAITING.grant(), new Credits(1)),
                new Change.Take(Shelf.BUCKETS, HELD.grant(), new Credits(11)),
                new Change.Take(Shelf.BUCKETS, WAITING.grant(), new Credits(1)),
                new Change.Take(Shelf.WAITING, WAITING.grant(), new Credits(6)),
                new Change.Extend(HELD.grant(), END.minusMillis(1), Duration.ZERO),
                new Change.Extend(NEW.grant(), END, Duration.ZERO),
                new Change.Close(Shelf.BUCKETS, HELD.grant(), new Credits(9), null),
                new Change.Close(Shelf.BUCKETS, HELD.grant(), new Credits(10), NOW),
                new Change.Close(Shelf.WAITING, HELD.grant(), new Credits(10), null),
                new Change.Thaw(CAUSE));
    }

    static Stream<Requirement> held() {
        return Stream.of(
                new Requirement.Unchanged(Balance.AVAILABLE, 10),
                new Requirement.Unchanged(Balance.GIVEN, -15),
                new Requirement.Unchanged(Balance.DEBT, 0),
                new Requirement.NotFrozen(),
                new Requirement.Room(Shelf.BUCKETS, 2),
                new Requirement.Room(Shelf.WAITING, 2));
    }

    static Stream<Requirement> unheld() {
        return Stream.of(
                new Requirement.Unchanged(Balance.AVAILABLE, 9),
                new Requirement.Unchanged(Balance.GIVEN, 15),
                new Requirement.Unchanged(Balance.DEBT, -1),
                new Requirement.Room(Shelf.BUCKETS, 1),
                new Requirement.Room(Shelf.WAITING, 1));
    }

    static Stream<Legs> rightSigns() {
        return Stream.of(
                Legs.NONE,
                legs(Balance.AVAILABLE, Balance.PENDING, 10),
                legs(Balance.WAITING, Balance.AVAILABLE, 5),
                legs(Balance.DEBT, Balance.REVOKED, 5),
                legs(Balance.GIVEN, Balance.AVAILABLE, Account.ISSUED_MAX - 15),
                legs(Balance.BOUGHT, Balance.AVAILABLE, Account.ISSUED_MAX));
    }

    static Stream<Legs> wrongSigns() {
        return Stream.of(
                legs(Balance.AVAILABLE, Balance.PENDING, 11),
                legs(Balance.WAITING, Balance.AVAILABLE, 6),
                legs(Balance.PENDING, Balance.USED, 1),
                legs(Balance.USED, Balance.AVAILABLE, 1),
                legs(Balance.EXPIRED, Balance.REVOKED, 1),
                legs(Balance.REVOKED, Balance.AVAILABLE, 1),
                legs(Balance.AVAILABLE, Balance.DEBT, 1),
                legs(Balance.AVAILABLE, Balance.GIVEN, 16),
                legs(Balance.GIVEN, Balance.AVAILABLE, Account.ISSUED_MAX - 14),
                legs(Balance.BOUGHT, Balance.AVAILABLE, Account.ISSUED_MAX + 1));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void makesAChangeThatFits(Change change) {
        assertThat(account().after(movement(List.of(change), List.of(), Legs.NONE))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("unfitting")
    void refusesAChangeThatDoesNotFit(Change change) {
        assertThat(account().after(movement(List.of(change), List.of(), Legs.NONE))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("held")
    void allowsWhatIsRequired(Requirement requirement) {
        assertThat(account().after(movement(List.of(), List.of(requirement), Legs.NONE)))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("unheld")
    void refusesWhatIsRequiredAndNotSo(Requirement requirement) {
        assertThat(account().after(movement(List.of(), List.of(requirement), Legs.NONE))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rightSigns")
    void movesCreditsThatAreThere(Legs legs) {
        Account after = account().after(movement(List.of(), List.of(), legs)).orElseThrow();

        assertThat(after.balances().sum()).isZero();
        assertThat(after.entries()).isEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("wrongSigns")
    void refusesToMoveCreditsThatAreNotThere(Legs legs) {
        assertThat(account().after(movement(List.of(), List.of(), legs))).isEmpty();
    }

    @Test
    void spendsNothingWhileACauseLasts() {
        Account frozen = after(account(), new Change.Freeze(CAUSE));
        Movement spending = movement(List.of(), List.of(new Requirement.NotFrozen()), Legs.NONE);

        assertThat(frozen.after(spending)).isEmpty();
        assertThat(frozen.after(movement(List.of(new Change.Freeze(CAUSE)), List.of(), Legs.NONE)))
                .isEmpty();
        assertThat(after(frozen, new Change.Thaw(CAUSE)).after(spending)).isPresent();
    }

    @Test
    void freezesForNoMoreCausesThanItCanHold() {
        Account account = account();
        for (int number = 0; number < Account.FREEZES_MAX; number++) {
            account = after(account, new Change.Freeze(new FreezeCause("test:" + number)));
        }

        assertThat(account.after(movement(List.of(new Change.Freeze(CAUSE)), List.of(), Legs.NONE)))
                .isEmpty();
    }

    private static Account after(Account account, Change change) {
        return account.after(movement(List.of(change), List.of(), Legs.NONE)).orElseThrow();
    }

    private static Account account() {
        return new Account(
                ID,
                Legs.NONE
                        .and(Balance.GIVEN, -15)
                        .and(Balance.AVAILABLE, 10)
                        .and(Balance.WAITING, 5),
                List.of(HELD),
                List.of(WAITING),
                Set.of(),
                7);
    }

    private static Legs legs(Balance from, Balance to, long credits) {
        return Legs.NONE.and(from, -credits).and(to, credits);
    }

    private static Movement movement(
            List<Change> changes, List<Requirement> requirements, Legs legs) {
        return new Movement(
                new JournalEntry(
                        ID, "TEST#1", JournalEntry.Kind.GRANT, legs, null, "test", null, null, NOW),
                changes,
                requirements,
                List.of());
    }

    private static Bucket bucket(int number, long credits, @Nullable Instant end) {
        return new Bucket(
                new GrantId("g%024x".formatted(number)),
                new Credits(credits),
                GrantSource.OPERATOR,
                30,
                NOW,
                end,
                Duration.ZERO,
                NOW);
    }
}
