package dev.halftone.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Prints what it costs to learn that a provider is done. */
public final class PollBench {

    private static final List<Integer> FROM_SECONDS = List.of(2, 4, 8, 16, 32, 64, 128, 256, 300);
    private static final int RUNS = 200;
    private static final double CALLS_AT_TWO_SECONDS = 2;
    private static final double CALLS_PER_DOUBLING = 2.1;

    private PollBench() {}

    /** Takes seconds: the clock is imagined. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println(
                """

                Status calls for one piece of work, and seconds from its end until we know, by how
                long it takes: 200 run times in each row. First for a provider that is asked only,
                then for one that also calls back, with a usual run of 12 s. What is allowed: 2 calls
                and 2.1 for each doubling beyond 2 s; a fifth of the run; 2 calls with callbacks.
                """);
        Table table =
                new Table(
                        out,
                        "seconds",
                        "calls: mean",
                        "max",
                        "allowed",
                        "added: mean",
                        "of the run",
                        "called: max",
                        "added");
        for (int from : FROM_SECONDS) {
            row(table, from);
        }
    }

    private static void row(Table table, int from) {
        List<Duration> lengths = lengths(from);
        List<PolledRun.Cost> asked =
                lengths.stream().map(length -> PolledRun.cost(length, false)).toList();
        List<PolledRun.Cost> called =
                lengths.stream().map(length -> PolledRun.cost(length, true)).toList();
        double doublings = Math.log(from * 2 / 2.0) / Math.log(2);
        table.row(
                from + "-" + from * 2,
                "%.1f".formatted(mean(asked.stream().mapToLong(PolledRun.Cost::calls))),
                max(asked),
                "%.1f".formatted(CALLS_AT_TWO_SECONDS + CALLS_PER_DOUBLING * doublings),
                "%.1f".formatted(mean(added(asked)) / 1000),
                "%.0f %%"
                        .formatted(
                                100
                                        * mean(added(asked))
                                        / mean(lengths.stream().mapToLong(Duration::toMillis))),
                max(called),
                "%.1f".formatted(mean(added(called)) / 1000));
    }

    private static List<Duration> lengths(int from) {
        return LongStream.range(0, RUNS)
                .mapToObj(run -> Duration.ofMillis(from * 1000L + from * 1000L * run / RUNS))
                .toList();
    }

    private static LongStream added(List<PolledRun.Cost> costs) {
        return costs.stream().mapToLong(cost -> cost.added().toMillis());
    }

    private static double mean(LongStream values) {
        return values.average().orElseThrow();
    }

    private static int max(List<PolledRun.Cost> costs) {
        return costs.stream().mapToInt(PolledRun.Cost::calls).max().orElseThrow();
    }
}
