package dev.halftone.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets many do something at the same moment. */
public final class Race {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Race() {}

    /**
     * Calls {@code task} with 0 to {@code count - 1}, each in its own thread, all released at once.
     */
    public static <T> List<T> run(int count, IntFunction<T> task) {
        CountDownLatch ready = new CountDownLatch(count);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            for (int index = 0; index < count; index++) {
                int number = index;
                Callable<T> runner =
                        () -> {
                            ready.countDown();
                            go.await();
                            return task.apply(number);
                        };
                futures.add(threads.submit(runner));
            }
            ready.await();
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("A racer did not arrive", e);
        }
    }
}
