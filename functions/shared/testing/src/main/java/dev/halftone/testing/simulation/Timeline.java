package dev.halftone.testing.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, and what time it is: the time of what happens now. */
final class Timeline {

    private static final Comparator<Planned> ORDER =
            Comparator.comparingLong(Planned::at).thenComparingLong(Planned::number);

    private final PriorityQueue<Planned> planned = new PriorityQueue<>(ORDER);
    private long nowMillis;
    private long numbers;
    private int open;

    Timeline(long startMillis) {
        this.nowMillis = startMillis;
    }

    /**
     * Something that is going to happen.
     *
     * @param recurs whether it happens for ever, so that nobody waits for it to be over
     */
    private record Planned(long at, long number, boolean recurs, Runnable act) {}

    long nowMillis() {
        return nowMillis;
    }

    void later(Duration delay, Runnable act) {
        open++;
        planned.add(new Planned(nowMillis + delay.toMillis(), numbers++, false, act));
    }

    /** For ever; the first time after one period. */
    void every(Duration period, Runnable act) {
        Runnable again =
                () -> {
                    act.run();
                    every(period, act);
                };
        planned.add(new Planned(nowMillis + period.toMillis(), numbers++, true, again));
    }

    /** Lets the next thing happen if it happens by then, and says whether it did. */
    boolean step(long untilMillis) {
        Planned next = planned.peek();
        if (next == null || next.at() > untilMillis) {
            return false;
        }
        planned.remove();
        open -= next.recurs() ? 0 : 1;
        nowMillis = Math.max(nowMillis, next.at());
        next.act().run();
        return true;
    }

    /** Nothing happens for so long, and what should have happens after that. */
    void jump(Duration duration) {
        nowMillis += duration.toMillis();
    }

    /** Whether nothing is going to happen but what happens for ever. */
    boolean isQuiet() {
        return open == 0;
    }
}
