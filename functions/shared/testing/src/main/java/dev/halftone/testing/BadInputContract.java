package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.ThawOutcome;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: whatever is wrong about a request is said by name, and moves nothing. Method: a table of
 * everything that can be wrong, asked of an account with a delivered and a pending generation.
 */
public abstract class BadInputContract extends StudioContract {

    private static final AccountId UNKNOWN = Person.fresh().account();
    private static final String REASON = "refund";

    private static final Class<?> REFUSED = IllegalArgumentException.class;
    private static final Class<?> OVERFLOW = ArithmeticException.class;

    /**
     * One wrong request.
     *
     * @param answer an outcome, or the class of what a constructor throws
     */
    record Wrong(String what, Object answer, Function<BadInputContract, Object> request) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(grants(), terms(), transfers(), revocations(), others())
                .flatMap(List::stream);
    }

    private static List<Wrong> grants() {
        return List.of(
                new Wrong("grant of nothing", REFUSED, test -> test.granted(0)),
                new Wrong("negative grant", REFUSED, test -> test.granted(-1)),
                new Wrong("smallest grant", REFUSED, test -> test.granted(Long.MIN_VALUE)),
                new Wrong(
                        "greatest grant",
                        new GrantOutcome.TooManyCredits(),
                        test -> test.granted(Long.MAX_VALUE)),
                new Wrong(
                        "grant that overflows with what is there",
                        new GrantOutcome.TooManyCredits(),
                        test -> test.granted(Account.ISSUED_MAX)),
                new Wrong(
                        "sum of grants that no number holds",
                        OVERFLOW,
                        _ -> new Credits(Long.MAX_VALUE).plus(new Credits(1))),
                new Wrong(
                        "used key with another amount",
                        new GrantOutcome.KeyReused(),
                        test -> test.ports().ledger().grant(test.person.purchase(1, 101))),
                new Wrong(
                        "used key with another source",
                        new GrantOutcome.KeyReused(),
                        test -> test.ports().ledger().grant(test.sameKeyGiven())),
                new Wrong(
                        "used key, the same again",
                        new GrantOutcome.AlreadyGranted(),
                        test -> test.ports().ledger().grant(test.purchase())));
    }

    private static List<Wrong> terms() {
        return List.of(
                new Wrong("negative cost", REFUSED, _ -> new Cost(-1, "EUR")),
                new Wrong("cost in no currency", REFUSED, _ -> new Cost(1, "euro")),
                new Wrong("purchase without a cost", REFUSED, BadInputContract::withoutCost),
                new Wrong(
                        "purchase that ends though no checkout said so",
                        REFUSED,
                        test ->
                                test.purchase()
                                        .expiring(Expiry.at(test.person.now().plusSeconds(60)))),
                new Wrong(
                        "grant that ends before it begins",
                        REFUSED,
                        test ->
                                test.person
                                        .gift(9, 1)
                                        .expiring(Expiry.at(test.person.now().plusSeconds(9)))),
                new Wrong("priority below all", REFUSED, test -> test.purchase().burning(-1)),
                new Wrong("priority above all", REFUSED, test -> test.purchase().burning(101)));
    }

    private static List<Wrong> transfers() {
        return List.of(
                new Wrong(
                        "generation on an unknown account",
                        new StoreOutcome.AccountChanged(),
                        BadInputContract::acceptedElsewhere),
                new Wrong("charge of nothing", REFUSED, test -> test.charged(Credits.ZERO)),
                new Wrong(
                        "charge of more than is pending",
                        REFUSED,
                        test -> test.charged(new Credits(8))),
                new Wrong("refund of nothing", REFUSED, test -> test.refunded(test.person, 0)),
                new Wrong("negative refund", REFUSED, test -> test.refunded(test.person, -4)),
                new Wrong(
                        "refund of more than was charged",
                        new RefundOutcome.MoreThanCharged(new Credits(30)),
                        test -> test.refunded(test.person, 31)),
                new Wrong(
                        "refund of the greatest amount",
                        new RefundOutcome.MoreThanCharged(new Credits(30)),
                        test -> test.refunded(test.person, Long.MAX_VALUE)),
                new Wrong(
                        "refund on an unknown account",
                        new RefundOutcome.NoSuchTransfer(),
                        test -> test.refunded(Person.fresh(), 1)),
                new Wrong(
                        "refund without a reason",
                        REFUSED,
                        test ->
                                new LateRefund(
                                        test.person.account(),
                                        test.delivered.id().transfer(),
                                        new Credits(1),
                                        "",
                                        test.person.now())));
    }

    private static List<Wrong> revocations() {
        return List.of(
                new Wrong("revocation of nothing", REFUSED, test -> test.revoked(0)),
                new Wrong("negative revocation", REFUSED, test -> test.revoked(-1)),
                new Wrong(
                        "revocation of more than was granted",
                        new RevokeOutcome.MoreThanGranted(new Credits(100)),
                        test -> test.revoked(101)),
                new Wrong(
                        "revocation of the greatest amount",
                        new RevokeOutcome.MoreThanGranted(new Credits(100)),
                        test -> test.revoked(Long.MAX_VALUE)),
                new Wrong(
                        "revocation on an unknown account",
                        new RevokeOutcome.NoSuchGrant(),
                        test -> test.revoked(UNKNOWN, test.purchase(), 1)),
                new Wrong(
                        "revocation of an unknown grant",
                        new RevokeOutcome.NoSuchGrant(),
                        test -> test.revoked(test.person.account(), test.person.gift(9, 1), 1)),
                new Wrong(
                        "revocation in somebody's own words",
                        REFUSED,
                        test ->
                                new Revocation(
                                        test.person.account(),
                                        test.purchase().id(),
                                        new Credits(1),
                                        "Because I say so",
                                        test.person.now())));
    }

    private static List<Wrong> others() {
        return List.of(
                new Wrong("cause in no form", REFUSED, _ -> new FreezeCause("dispute")),
                new Wrong("cause too long", REFUSED, _ -> new FreezeCause("a:" + "b".repeat(61))),
                new Wrong(
                        "freeze of an unknown account",
                        new FreezeOutcome.NoSuchAccount(),
                        test ->
                                test.ports()
                                        .corrections()
                                        .freeze(UNKNOWN, cause(), test.person.now())),
                new Wrong(
                        "thaw of what is not frozen",
                        new ThawOutcome.NotFrozen(),
                        test ->
                                test.ports()
                                        .corrections()
                                        .thaw(test.person.account(), cause(), test.person.now())),
                new Wrong(
                        "expiry of what never ends",
                        new ExpireOutcome.NothingLeft(),
                        test ->
                                test.ports()
                                        .expiries()
                                        .expire(
                                                test.person.account(),
                                                test.purchase().id(),
                                                test.person.now())),
                new Wrong(
                        "expiry on an unknown account",
                        new ExpireOutcome.NothingLeft(),
                        test ->
                                test.ports()
                                        .expiries()
                                        .expire(UNKNOWN, test.purchase().id(), test.person.now())));
    }

    private Generation delivered = person.generation(2, 30);
    private Generation pending = person.generation(3, 7);

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedByNameAndMovesNothing(Wrong wrong) {
        grant(purchase());
        delivered = delivered(2, 30);
        pending = delivering(3, 7);
        Account before = account();
        List<JournalEntry> journal = journal();

        Object answer = answer(wrong);

        if (wrong.answer() instanceof Class<?> thrown) {
            assertThat(answer).isInstanceOf(thrown);
        } else {
            assertThat(answer).isEqualTo(wrong.answer());
        }
        assertThat(account()).isEqualTo(before);
        assertThat(journal()).isEqualTo(journal);
        assertThat(ports().ledger().account(UNKNOWN)).isEmpty();
    }

    private Object answer(Wrong wrong) {
        try {
            return wrong.request().apply(this);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return e;
        }
    }

    private Grant purchase() {
        return person.purchase(1, 100);
    }

    private GrantOutcome granted(long credits) {
        return ports().ledger().grant(person.purchase(4, credits));
    }

    private Grant sameKeyGiven() {
        return new Grant(
                person.account(),
                purchase().key(),
                GrantSource.OPERATOR,
                new Credits(100),
                person.now());
    }

    private Grant withoutCost() {
        return new Grant(
                person.account(),
                purchase().key(),
                GrantSource.PURCHASE,
                new Credits(100),
                person.now());
    }

    private StoreOutcome acceptedElsewhere() {
        Generation generation = Person.fresh().generation(9, 5);
        PendingTransfer transfer =
                Samples.transfer(
                        generation,
                        new Drawing(List.of(purchase().bucket().holding(new Credits(5)))));
        return ports().submissions().accept(generation, transfer);
    }

    private boolean charged(Credits credits) {
        return ports().settlements().settle(pending, succeeded(pending), credits);
    }

    private RefundOutcome refunded(Person of, long credits) {
        return ports().corrections()
                .refund(
                        new LateRefund(
                                of.account(),
                                delivered.id().transfer(),
                                new Credits(credits),
                                REASON,
                                person.now()));
    }

    private RevokeOutcome revoked(long target) {
        return revoked(person.account(), purchase(), target);
    }

    private RevokeOutcome revoked(AccountId account, Grant grant, long target) {
        return ports().corrections()
                .revoke(
                        new Revocation(
                                account, grant.id(), new Credits(target), REASON, person.now()));
    }

    private static FreezeCause cause() {
        return new FreezeCause("dispute:test:1");
    }
}
