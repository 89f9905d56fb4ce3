package dev.halftone.core.circuit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps orders from where they would fail. It opens after several failures in a row, lets one order
 * try after a while, and closes when that one succeeds. Nothing is stored while all is well.
 *
 * @param revision counts changes; 0 if nothing was ever stored
 */
public record Circuit(State state, long revision) {

    /** So many failures in a row, each within the window of the first, open it. */
    public static final int FAILURES_MAX = 5;

    /** How long a failure counts. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /** How long it stays open the first time; each failed trial doubles that. */
    public static final Duration OPEN_MIN = Duration.ofSeconds(30);

    /** How long it stays open at most before the next trial. */
    public static final Duration OPEN_MAX = Duration.ofMinutes(10);

    /** How long it stays open where an operator has to act, unless a check finds that one did. */
    public static final Duration REFUSED = Duration.ofMinutes(15);

    /** How long a trial has before another may begin: longer than every call. */
    public static final Duration TRIAL = Duration.ofMinutes(4);

    private static final int DOUBLINGS_MAX = 10;

    /** How it stands. */
    public sealed interface State {

        /**
         * Orders go through.
         *
         * @param failures in a row
         * @param since when the first of these was
         */
        record Closed(int failures, Instant since) implements State {}

        /**
         * Orders go elsewhere, if they can.
         *
         * @param until when one may try
         * @param openings how often it opened without closing
         */
        record Open(Instant until, int openings) implements State {}

        /**
         * One order is trying.
         *
         * @param until when another may, if nothing was heard of it
         */
        record Trial(Instant until, int openings) implements State {}
    }

    /** Of what nothing bad is known. */
    public static Circuit closed() {
        return new Circuit(new State.Closed(0, Instant.EPOCH), 0);
    }

    public boolean isClosed() {
        return state instanceof State.Closed;
    }

    /** When one order may try, or may try again; empty while every order may. */
    public Optional<Instant> shutUntil() {
        return switch (state) {
            case State.Closed _ -> Optional.empty();
            case State.Open open -> Optional.of(open.until());
            case State.Trial trial -> Optional.of(trial.until());
        };
    }

    /** After an order failed; empty if that is no news. */
    Optional<Circuit> failed(Instant now) {
        return switch (state) {
            case State.Closed closed -> Optional.of(counted(closed, now));
            // A call that was older than its opening.
            case State.Open open when now.isBefore(open.until()) -> Optional.empty();
            case State.Open open -> Optional.of(opened(open.openings() + 1, now));
            case State.Trial trial -> Optional.of(opened(trial.openings() + 1, now));
        };
    }

    private Circuit counted(State.Closed closed, Instant now) {
        boolean counts = closed.failures() > 0 && now.isBefore(closed.since().plus(WINDOW));
        int failures = counts ? closed.failures() + 1 : 1;
        return failures < FAILURES_MAX
                ? next(new State.Closed(failures, counts ? closed.since() : now))
                : opened(1, now);
    }

    private Circuit opened(int openings, Instant now) {
        Duration time = OPEN_MIN.multipliedBy(1L << Math.min(openings - 1, DOUBLINGS_MAX));
        return next(
                new State.Open(now.plus(time.compareTo(OPEN_MAX) < 0 ? time : OPEN_MAX), openings));
    }

    /** After it was refused for good: at once, and for long. */
    Circuit refused(Instant now) {
        return next(new State.Open(now.plus(REFUSED), 1));
    }

    /** After an order was answered; empty if that is no news, as it nearly always is. */
    Optional<Circuit> succeeded(Instant now) {
        boolean isNews =
                switch (state) {
                    case State.Closed closed -> closed.failures() > 0;
                    // A call that was older than its opening.
                    case State.Open open -> !now.isBefore(open.until());
                    case State.Trial _ -> true;
                };
        return isNews ? Optional.of(cleared()) : Optional.empty();
    }

    /** After somebody made sure that it works. */
    Circuit cleared() {
        return next(new State.Closed(0, Instant.EPOCH));
    }

    /** With the one order that tries; empty if none may now, or if none needs to. */
    Optional<Circuit> tried(Instant now) {
        int openings =
                switch (state) {
                    case State.Closed _ -> 0;
                    case State.Open open -> open.openings();
                    case State.Trial trial -> trial.openings();
                };
        return shutUntil()
                .filter(until -> !now.isBefore(until))
                .map(_ -> next(new State.Trial(now.plus(TRIAL), openings)));
    }

    private Circuit next(State state) {
        return new Circuit(state, revision + 1);
    }
}
