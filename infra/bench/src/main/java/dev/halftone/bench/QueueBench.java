package dev.halftone.bench;

import dev.halftone.bench.Waits.Message;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints what long calls to providers cost those who wait for something else. */
public final class QueueBench {

    private static final Duration LONG_CALL = Duration.ofSeconds(60);
    private static final Duration SHORT_CALL = Duration.ofSeconds(2);
    private static final int MESSAGES = 120;

    private QueueBench() {}

    /** Takes no time: the clock is imagined. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        EventSource polled = EventSource.declared("ProviderMessages");
        EventSource direct = EventSource.declared("DirectMessages");
        out.println(
                """

                Seconds that a message waits for a worker while calls of 60 s are made for others:
                one message a second for two minutes, each for a call of 2 s. First as the template
                has it, with a queue for either kind; then as if they shared the first one's, and as
                if each execution made one long call.
                """);
        Table table =
                new Table(out, "long calls", "own queue", "shared: p50", "shared: max", "one each");
        for (int calls : new int[] {0, 50, 100, 200}) {
            List<Message> others = longCalls(calls);
            List<Message> mine = shortCalls();
            List<Duration> shared = sharing(polled, others, mine);
            table.row(
                    calls,
                    seconds(max(Waits.of(polled, mine))),
                    seconds(median(shared)),
                    seconds(max(shared)),
                    seconds(max(sharing(new EventSource(1, polled.executions()), others, mine))));
        }
        out.println(
                """

                Seconds that the last of so many long calls waits for its worker, given at once.
                """);
        Table last = new Table(out, "long calls", "as declared", "one each");
        for (int calls : new int[] {10, 100, 101, 200}) {
            List<Message> given = longCalls(calls);
            last.row(
                    calls,
                    seconds(max(Waits.of(direct, given))),
                    seconds(max(Waits.of(new EventSource(1, direct.executions()), given))));
        }
    }

    private static List<Message> longCalls(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> new Message(Duration.ZERO, LONG_CALL))
                .toList();
    }

    private static List<Message> shortCalls() {
        return IntStream.range(0, MESSAGES)
                .mapToObj(second -> new Message(Duration.ofSeconds(second), SHORT_CALL))
                .toList();
    }

    /** The waits of {@code mine} alone. */
    private static List<Duration> sharing(
            EventSource source, List<Message> others, List<Message> mine) {
        List<Message> all =
                Stream.concat(others.stream(), mine.stream())
                        .sorted(Comparator.comparing(Message::arrival))
                        .toList();
        List<Duration> waits = Waits.of(source, all);
        List<Duration> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).work().equals(SHORT_CALL)) {
                own.add(waits.get(i));
            }
        }
        return own;
    }

    private static Duration max(List<Duration> waits) {
        return waits.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Duration median(List<Duration> waits) {
        return waits.stream().sorted().skip(waits.size() / 2).findFirst().orElseThrow();
    }

    private static long seconds(Duration wait) {
        return wait.toSeconds();
    }
}
