package dev.halftone.testing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/**
 * Goal: what two thousand worlds never met. Method: many more, other ones every day, on every core.
 * {@code -Dseeds=} says how many, {@code -DfirstSeed=} from where.
 */
class SimulationCampaign {

    private static final System.Logger LOG = System.getLogger(SimulationCampaign.class.getName());
    private static final long SEEDS_A_DAY_MAX = 1_000_000_000;

    /** Protects every promise about credits and pictures from what is rare. */
    @Test
    void keepsEveryPromiseInEveryWorldOfTheDay() throws InterruptedException {
        long seeds = Long.getLong("seeds", 100_000);
        long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
        long first = Long.getLong("firstSeed", today * SEEDS_A_DAY_MAX);
        int threads = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();

        Tally tally = Campaign.run(first, seeds, threads);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.log(
                System.Logger.Level.INFO,
                "%,d worlds from seed %d on, %,d events, in %d s on %d threads: %,d a second%n%s"
                        .formatted(
                                seeds,
                                first,
                                tally.events(),
                                took.toSeconds(),
                                threads,
                                seeds * 1_000 / Math.max(1, took.toMillis()),
                                String.join(System.lineSeparator(), tally.table())));
        assertThat(tally.missing()).isEmpty();
    }
}
