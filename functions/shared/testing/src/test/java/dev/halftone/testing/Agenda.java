package dev.halftone.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, on a clock that jumps from one thing to the next. */
final class Agenda {

    private final Instant start;
    private final MutableClock clock;
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(
                    Comparator.comparing(Planned::at).thenComparingLong(Planned::number));
    private long numbers;

    private record Planned(Instant at, long number, Runnable act) {}

    Agenda(Instant start) {
        this.start = start;
        this.clock = new MutableClock(start);
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** So long after the start. */
    void at(Duration sinceStart, Runnable act) {
        planned.add(new Planned(start.plus(sinceStart), numbers++, act));
    }

    void in(Duration delay, Runnable act) {
        planned.add(new Planned(now().plus(delay), numbers++, act));
    }

    /** For ever; the first time after one period. */
    void every(Duration period, Runnable act) {
        in(
                period,
                () -> {
                    act.run();
                    every(period, act);
                });
    }

    /** Lets happen what happens within that time. */
    void pass(Duration length) {
        Instant end = now().plus(length);
        for (Planned next = planned.peek();
                next != null && !next.at().isAfter(end);
                next = planned.peek()) {
            planned.remove();
            clock.set(next.at());
            next.act().run();
        }
        clock.set(end);
    }
}
