package dev.halftone.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does something when the time is over, unless it is closed before. */
final class Alarm implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean rang = new AtomicBoolean();

    private Alarm() {}

    static Alarm set(Duration time, Runnable action) {
        Alarm alarm = new Alarm();
        Thread.ofVirtual().start(() -> alarm.await(time, action));
        return alarm;
    }

    boolean hasRung() {
        return rang.get();
    }

    private void await(Duration time, Runnable action) {
        try {
            if (!closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                rang.set(true);
                action.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
