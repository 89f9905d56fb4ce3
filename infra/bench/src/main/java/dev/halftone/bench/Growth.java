package dev.halftone.bench;

import dev.halftone.core.account.AccountId;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** How long a pair takes on an account that is new, used and old. */
final class Growth {

    private static final List<Integer> ENTRIES = List.of(1, 1_000, 100_000);
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 20;
    private static final int BATCH = 25;
    private static final int TRIES_MAX = 20;

    private final Tables tables;
    private final AtomicLong numbers;
    private final PlainItems items;

    Growth(Tables tables, AtomicLong numbers) {
        this.tables = tables;
        this.numbers = numbers;
        this.items = PlainItems.of(tables.client(), tables.account(1), numbers.incrementAndGet());
    }

    /** An account of so many entries, and how long its pairs took. */
    private record Aged(int entries, AccountId account, List<Double> millis) {

        double median() {
            return Median.of(millis);
        }
    }

    void print(PrintStream out) {
        List<Aged> all =
                ENTRIES.stream()
                        .map(entries -> new Aged(entries, account(entries), new ArrayList<>()))
                        .toList();
        Pairs pairs = new AdapterPairs(tables.client());
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Aged each : all) {
                long begin = System.nanoTime();
                pairs.run(each.account(), numbers.incrementAndGet());
                double took = (System.nanoTime() - begin) / 1e6;
                if (round >= 0) {
                    each.millis().add(took);
                }
            }
        }
        Table table = new Table(out, "entries", "ms a pair", "of the first");
        double first = all.getFirst().median();
        for (Aged each : all) {
            table.row(
                    each.entries(),
                    "%.2f".formatted(each.median()),
                    "%.2f".formatted(each.median() / first));
        }
    }

    /** Its first entry is its grant; the others were once posted. */
    private AccountId account(int entries) {
        AccountId account = tables.account(1);
        DynamoDbClient client = tables.client();
        List<WriteRequest> lines =
                IntStream.range(1, entries)
                        .mapToObj(
                                _ ->
                                        items.post(
                                                account,
                                                "gen_%032x".formatted(numbers.incrementAndGet())))
                        .map(
                                item ->
                                        WriteRequest.builder()
                                                .putRequest(put -> put.item(item))
                                                .build())
                        .toList();
        for (int from = 0; from < lines.size(); from += BATCH) {
            write(client, Tables.LEDGER, lines.subList(from, Math.min(from + BATCH, lines.size())));
        }
        client.updateItem(
                update ->
                        update.tableName(Tables.LEDGER)
                                .key(PlainPairs.key("ACCOUNT#" + account, "ACCOUNT"))
                                .updateExpression("SET entries = :n")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":n",
                                                AttributeValue.fromN(Integer.toString(entries)))));
        return account;
    }

    static void write(DynamoDbClient client, String table, List<WriteRequest> lines) {
        Map<String, List<WriteRequest>> rest = Map.of(table, lines);
        for (int tries = 0; tries < TRIES_MAX && !rest.isEmpty(); tries++) {
            Map<String, List<WriteRequest>> asked = rest;
            BatchWriteItemResponse answer =
                    client.batchWriteItem(write -> write.requestItems(asked));
            rest = answer.unprocessedItems();
        }
        if (!rest.isEmpty()) {
            throw new IllegalStateException("The engine left lines unwritten");
        }
    }
}
