package dev.halftone.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many worlds, each of a seed of its own; none knows of another. */
public final class Campaign {

    private Campaign() {}

    /**
     * Runs the worlds of so many seeds.
     *
     * @throws AssertionError of the first one that broke a promise
     */
    public static Tally run(long firstSeed, long seeds) {
        return run(new AtomicLong(firstSeed), firstSeed + seeds);
    }

    /** The same on several threads; which seeds are run does not depend on how many. */
    public static Tally run(long firstSeed, long seeds, int threads) throws InterruptedException {
        AtomicLong next = new AtomicLong(firstSeed);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Tally>> tallies = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                tallies.add(workers.submit(() -> run(next, firstSeed + seeds)));
            }
            Tally sum = new Tally();
            for (Future<Tally> tally : tallies) {
                sum.add(tally.get());
            }
            return sum;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getMessage(), e.getCause());
        } finally {
            next.set(firstSeed + seeds);
        }
    }

    private static Tally run(AtomicLong next, long end) {
        Tally tally = new Tally();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            tally.add(Simulation.run(seed));
        }
        return tally;
    }
}
