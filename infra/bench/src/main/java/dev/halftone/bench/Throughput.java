package dev.halftone.bench;

import dev.halftone.core.account.AccountId;
import dev.halftone.testing.Race;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How many pairs a second, by the adapter and by hand, in turns. */
final class Throughput {

    private static final int ROUNDS = 15;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int WARM_UP_PAIRS = 400;

    private final Tables tables;
    private final Attempts attempts = new Attempts();
    private final AtomicLong numbers;
    private final Pairs adapter;
    private final Pairs plain;

    Throughput(Tables tables, AtomicLong numbers) {
        this.tables = tables;
        this.numbers = numbers;
        DynamoDbClient client = tables.client(List.of(attempts));
        this.adapter = new AdapterPairs(client);
        this.plain =
                new PlainPairs(
                        tables.client(List.of(new Attempts())),
                        PlainItems.of(
                                tables.client(), tables.account(1), numbers.incrementAndGet()));
    }

    void print(PrintStream out) {
        Table table =
                new Table(out, "threads", "accounts", "adapter/s", "by hand/s", "ratio", "retries");
        warmUp();
        for (int threads : List.of(1, 4, 16)) {
            row(table, threads, 1);
        }
        row(table, 16, 1_000);
    }

    private void warmUp() {
        AccountId account = tables.account(1);
        for (int pair = 0; pair < WARM_UP_PAIRS; pair++) {
            adapter.run(account, numbers.incrementAndGet());
            plain.run(account, numbers.incrementAndGet());
        }
    }

    private void row(Table table, int threads, int accounts) {
        List<AccountId> ours = tables.accounts(accounts);
        List<AccountId> theirs = tables.accounts(accounts);
        int pairs = calibrated(threads, ours);
        List<Double> adapted = new ArrayList<>();
        List<Double> byHand = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        long sent = attempts.sent();
        for (int round = 0; round < ROUNDS; round++) {
            // In turns, and in turns the first: whatever else the machine does befalls both.
            boolean first = round % 2 == 0;
            double before = first ? 0 : rate(plain, threads, theirs, pairs);
            double ourRate = rate(adapter, threads, ours, pairs);
            double theirRate = first ? rate(plain, threads, theirs, pairs) : before;
            adapted.add(ourRate);
            byHand.add(theirRate);
            ratios.add(ourRate / theirRate);
        }
        long retries = attempts.sent() - sent - 2L * pairs * ROUNDS;
        table.row(
                threads,
                accounts,
                "%.0f".formatted(Median.of(adapted)),
                "%.0f".formatted(Median.of(byHand)),
                "%.2f".formatted(Median.of(ratios)),
                retries);
    }

    /** As many pairs as take about one round. */
    private int calibrated(int threads, List<AccountId> accounts) {
        double rate = rate(adapter, threads, accounts, threads * 10);
        int each = (int) Math.max(1, rate * ROUND.toMillis() / 1_000 / threads);
        return each * threads;
    }

    private double rate(Pairs way, int threads, List<AccountId> accounts, int pairs) {
        long begin = System.nanoTime();
        Race.run(
                threads,
                thread -> {
                    for (int pair = thread; pair < pairs; pair += threads) {
                        way.run(accounts.get(pair % accounts.size()), numbers.incrementAndGet());
                    }
                    return thread;
                });
        return pairs * 1e9 / (System.nanoTime() - begin);
    }
}
