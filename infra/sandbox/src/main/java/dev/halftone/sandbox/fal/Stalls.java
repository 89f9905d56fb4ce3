package dev.halftone.sandbox.fal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Downloads that hang: the first of a file hangs until another one got the whole file. */
final class Stalls {

    private static final Duration HELD_MAX = Duration.ofSeconds(60);

    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    /** Whether this was the first download, after it has hung. */
    boolean holdFirst(String file) {
        CountDownLatch mine = new CountDownLatch(1);
        if (held.putIfAbsent(file, mine) != null) {
            return false;
        }
        try {
            // Who waits longer than this is let go without a file all the same.
            boolean _ = mine.await(HELD_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    void release(String file) {
        CountDownLatch waiting = held.get(file);
        if (waiting != null) {
            waiting.countDown();
        }
    }
}
