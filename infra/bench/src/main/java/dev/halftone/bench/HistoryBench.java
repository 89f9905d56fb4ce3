package dev.halftone.bench;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.dynamodb.DynamoDbGenerations;
import dev.halftone.testing.Samples;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Prints how long a page takes in histories that are short and long. */
public final class HistoryBench {

    private static final List<Integer> LENGTHS = List.of(10, 1_000, 10_000);
    private static final int LIMIT = 24;
    private static final int ROUNDS = 100;
    private static final int WARM_UP = 20;
    private static final int BATCH = 25;
    private static final HistoryFilter FILMS =
            new HistoryFilter(null, MediaKind.VIDEO, null, null, null, null, List.of());
    private static final HistoryFilter WORDS =
            new HistoryFilter(null, null, null, null, null, null, List.of("lighthouse"));

    private final Tables tables;
    private final Generations generations;

    private HistoryBench(Tables tables) {
        this.tables = tables;
        this.generations = new DynamoDbGenerations(tables.client(), Tables.STUDIO);
    }

    /** Takes about a minute. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println(
                """

                Milliseconds of one page of %d in histories of so many generations, in turns on one
                engine on this machine; medians, and what 95 of 100 stay below. All: the newest. Words: a
                search that everything answers. Films: a filter that nothing answers, so that a page
                looks at as many as one may, which are %d.
                """
                        .formatted(LIMIT, Generations.LOOKED_AT_MAX));
        try (Tables tables = new Tables()) {
            new HistoryBench(tables).print(out);
        }
        // The engine leaves threads behind.
        Runtime.getRuntime().exit(0);
    }

    /** Somebody with so many generations, and how long their pages took. */
    private record Aged(
            int length, UserId owner, List<Double> all, List<Double> words, List<Double> films) {

        Aged(int length, UserId owner) {
            this(length, owner, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private void print(PrintStream out) {
        List<Aged> people = LENGTHS.stream().map(each -> new Aged(each, owner(each))).toList();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Aged each : people) {
                note(each.all(), round, millis(each.owner(), HistoryFilter.ALL));
                note(each.words(), round, millis(each.owner(), WORDS));
                note(each.films(), round, millis(each.owner(), FILMS));
            }
        }
        Table table = new Table(out, "generations", "all", "p95", "words", "p95", "films", "p95");
        for (Aged each : people) {
            table.row(
                    each.length(),
                    text(Median.of(each.all())),
                    text(p95(each.all())),
                    text(Median.of(each.words())),
                    text(p95(each.words())),
                    text(Median.of(each.films())),
                    text(p95(each.films())));
        }
    }

    private double millis(UserId owner, HistoryFilter filter) {
        long begin = System.nanoTime();
        generations.history(owner, filter, LIMIT, null);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void note(List<Double> noted, int round, double took) {
        if (round >= 0) {
            noted.add(took);
        }
    }

    private static double p95(List<Double> values) {
        return values.stream().sorted().skip(values.size() * 95L / 100).findFirst().orElseThrow();
    }

    private static String text(double millis) {
        return "%.2f".formatted(millis);
    }

    /** Somebody with so many generations, each a copy of one that was really accepted. */
    private UserId owner(int length) {
        UserId owner = Samples.userId(length);
        Generation first = new AdapterPairs(tables.client()).submit(tables.account(1), length, 1);
        Map<String, AttributeValue> item =
                tables.client()
                        .getItem(
                                get ->
                                        get.tableName(Tables.STUDIO)
                                                .key(
                                                        PlainPairs.key(
                                                                "GENERATION#" + first.id(),
                                                                "GENERATION")))
                        .item();
        List<WriteRequest> copies = new ArrayList<>();
        for (int number = 0; number < length; number++) {
            Map<String, AttributeValue> copy = new HashMap<>(item);
            String id = "gen_%016x%016x".formatted(length, number);
            long at = first.createdAt().toEpochMilli() + number;
            copy.put("pk", AttributeValue.fromS("GENERATION#" + id));
            copy.put("ownerId", AttributeValue.fromS(owner.value()));
            copy.put("historyOrder", AttributeValue.fromS("%013d#%s".formatted(at, id)));
            copies.add(WriteRequest.builder().putRequest(put -> put.item(copy)).build());
        }
        for (int from = 0; from < length; from += BATCH) {
            Growth.write(
                    tables.client(),
                    Tables.STUDIO,
                    copies.subList(from, Math.min(from + BATCH, length)));
        }
        return owner;
    }
}
