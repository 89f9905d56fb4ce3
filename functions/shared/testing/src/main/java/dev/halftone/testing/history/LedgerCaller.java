package dev.halftone.testing.history;

import dev.halftone.core.generation.Admission;
import dev.halftone.core.generation.Course;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Shelf;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.LateRefund;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.testing.Person;
import dev.halftone.testing.Samples;
import dev.halftone.testing.history.LedgerOperation.Expire;
import dev.halftone.testing.history.LedgerOperation.Freeze;
import dev.halftone.testing.history.LedgerOperation.Give;
import dev.halftone.testing.history.LedgerOperation.Read;
import dev.halftone.testing.history.LedgerOperation.Refund;
import dev.halftone.testing.history.LedgerOperation.Revoke;
import dev.halftone.testing.history.LedgerOperation.Settle;
import dev.halftone.testing.history.LedgerOperation.Submit;
import dev.halftone.testing.history.LedgerOperation.Thaw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One of several who want something of the same account: few things, so that they meet. */
final class LedgerCaller {

    private static final int GRANTS = 6;
    private static final int GENERATIONS = 4;
    private static final int CAUSES = 2;
    private static final Duration PROMOTION = Duration.ofDays(30);
    private static final Duration TOO_LATE = Duration.ofDays(40);

    private final BiFunction<Integer, LedgerOperation, Heard> asking;
    private final Person person;
    private final int number;
    private final SplittableRandom random;

    /** What came back; {@code null} if nothing did. */
    record Heard(@Nullable Object answer) {}

    LedgerCaller(
            BiFunction<Integer, LedgerOperation, Heard> asking,
            Person person,
            int number,
            long seed) {
        this.asking = asking;
        this.person = person;
        this.number = number;
        this.random = new SplittableRandom(seed * 31 + number);
    }

    /** So that there is something to be spent. */
    void begin() {
        ask(new Give(grant(0)));
        ask(new Give(grant(GRANTS - 1)));
    }

    /** What is told in the end must fit, too, and what was never told shows in it. */
    void end() {
        ask(new Read());
        ask(new Read());
    }

    void wish() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> ask(new Give(grant(random.nextInt(GRANTS))));
            case 4, 5, 6, 7 -> submit();
            case 8, 9, 10, 11 -> ask(settle(random.nextBoolean()));
            case 12, 13 -> ask(refund());
            case 14, 15 -> ask(revoke());
            case 16 -> ask(new Freeze(cause(), person.now()));
            case 17 -> ask(new Thaw(cause(), person.now()));
            case 18 -> ask(new Expire(grant(1).bucket().grant(), person.now().plus(TOO_LATE)));
            default -> ask(new Read());
        }
    }

    private Heard ask(LedgerOperation operation) {
        return asking.apply(number, operation);
    }

    private Grant grant(int which) {
        Instant end = person.now().plus(PROMOTION);
        return switch (which) {
            case 0 -> person.welcome(6);
            case 1 -> person.promotion(1, 5, end);
            case 2 -> person.reward(2, 3, end);
            case 3 -> person.reward(3, 3, end);
            default -> person.purchase(which, 4);
        };
    }

    private FreezeCause cause() {
        return new FreezeCause("dispute:test:" + random.nextInt(CAUSES));
    }

    private Generation generation() {
        int which = random.nextInt(GENERATIONS);
        return person.generation(which, 1 + which);
    }

    private void submit() {
        Generation generation = generation();
        if (ask(new Read()).answer() instanceof Account account
                && account.draw(generation.price().credits(), person.now())
                        instanceof DrawOutcome.Drawn drawn) {
            ask(new Submit(generation, Samples.transfer(generation, drawn.drawing())));
        }
    }

    private Settle settle(boolean success) {
        Generation before = generation();
        Instant at = before.createdAt().plusSeconds(60);
        GenerationState end =
                success
                        ? new GenerationState.Succeeded(
                                Samples.providerRequest(1),
                                List.of(Samples.media(before, 0)),
                                at,
                                false)
                        : new GenerationState.Failed(
                                FailureReason.TIMEOUT, "said the test", null, at);
        Generation after =
                new Generation(
                        before.id(),
                        before.owner(),
                        before.account(),
                        before.request(),
                        before.price(),
                        before.createdAt(),
                        before.deadline(),
                        before.trace(),
                        before.assignment(),
                        before.costs(),
                        Shelf.NONE,
                        Admission.NONE,
                        Course.NONE,
                        end,
                        false,
                        before.revision() + 1);
        long price = before.price().credits().amount();
        return new Settle(before, after, new Credits(1 + random.nextLong(price)));
    }

    private Refund refund() {
        Generation generation = generation();
        return new Refund(
                new LateRefund(
                        person.account(),
                        generation.id().transfer(),
                        new Credits(1 + random.nextInt(2)),
                        "invalid_result",
                        generation.createdAt().plusSeconds(120)));
    }

    private Revoke revoke() {
        Grant grant = grant(random.nextInt(GRANTS));
        return new Revoke(
                new Revocation(
                        person.account(),
                        grant.id(),
                        new Credits(1 + random.nextInt(5)),
                        "refund",
                        person.now().plusSeconds(30)));
    }
}
