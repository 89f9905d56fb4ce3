package dev.halftone.bench;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchPrice;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.PriceBatch;
import dev.halftone.core.batch.Sheet;
import dev.halftone.core.batch.SheetReader;
import dev.halftone.core.batch.StartBatch;
import dev.halftone.core.batch.UploadBatch;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.csv.CsvSheets;
import dev.halftone.dynamodb.DynamoDbBatches;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.testing.BelongingSamples;
import dev.halftone.testing.RecordingBatchQueue;
import dev.halftone.testing.Samples;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prints how long the largest table takes that is accepted. */
public final class BatchBench {

    private static final int ROUNDS = 5;
    private static final int WORDS = 40;
    private static final GenerationWish WISH = new GenerationWish(Samples.MODEL, "1:1", "1K", null);
    private static final String TEMPLATE = "A photo of {name}: {text}";

    private final Tables tables;
    private final DynamoDbBatches batches;
    private final Catalogue catalogue = Samples.catalogue();
    private final QuoteTokens tokens = new QuoteTokens(Samples::signingKey);

    private BatchBench(Tables tables) {
        this.tables = tables;
        this.batches = new DynamoDbBatches(tables.client(), Tables.STUDIO);
    }

    /** Takes some seconds. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        byte[] file = file();
        out.println(
                """

                Milliseconds until %,d rows in %,d bytes of CSV are accepted, through the adapters on an
                engine on this machine: read and stored, priced, started. The first round is cold, as
                after a new start of the function. Items: what is stored of it; none holds more bytes
                than the last column says.
                """
                        .formatted(Sheet.ROWS_MAX, file.length));
        try (Tables tables = new Tables()) {
            new BatchBench(tables).print(out, file);
        }
        // The engine leaves threads behind.
        Runtime.getRuntime().exit(0);
    }

    private static byte[] file() {
        StringBuilder text = new StringBuilder("name,text,sku\r\n");
        for (int row = 1; row <= Sheet.ROWS_MAX; row++) {
            text.append("Vase ").append(row).append(",\"").append("clay, blue and hand-made; ");
            text.append("plain ".repeat(WORDS)).append("\",").append("SKU-").append(row);
            text.append("x".repeat(500)).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void print(PrintStream out, byte[] file) {
        Table table =
                new Table(out, "round", "stored", "priced", "started", "in all", "items", "bytes");
        for (int round = 1; round <= ROUNDS; round++) {
            AccountId account = tables.account(1);
            Batch.Origin origin =
                    new Batch.Origin(
                            Samples.userId(round), account, Samples.traceId(round), Samples.NOW);
            BatchId id = new BatchId("bat_%032x".formatted(round));
            long begin = System.nanoTime();
            ParsedSheet parsed = ((SheetReader.Reading.Read) new CsvSheets().read(file)).parsed();
            new UploadBatch(batches).upload(id, origin, parsed);
            long stored = System.nanoTime();
            String quote = price(id).token();
            long priced = System.nanoTime();
            start(origin.owner(), id, quote);
            long end = System.nanoTime();
            List<Integer> sizes = sizes(id);
            table.row(
                    round,
                    millis(begin, stored),
                    millis(stored, priced),
                    millis(priced, end),
                    millis(begin, end),
                    sizes.size(),
                    sizes.stream().mapToInt(size -> size).max().orElseThrow());
        }
    }

    private static String millis(long from, long to) {
        return "%.0f".formatted((to - from) / 1e6);
    }

    private PriceBatch prices() {
        MakeQuote quotes =
                new MakeQuote(
                        new RequestCheck(catalogue, BelongingSamples.none()),
                        tokens,
                        Samples.PRICE_VERSION);
        return new PriceBatch(batches, catalogue, quotes, tokens);
    }

    private BatchPrice price(BatchId id) {
        Batch draft = batches.find(id).orElseThrow();
        return ((PriceBatch.Outcome.Priced) prices().price(draft, WISH, TEMPLATE, Samples.NOW))
                .price();
    }

    private void start(UserId user, BatchId id, String quote) {
        StartBatch.Outcome outcome =
                new StartBatch(
                                batches,
                                prices(),
                                tokens,
                                new DynamoDbLedger(tables.client(), Tables.LEDGER),
                                new RecordingBatchQueue())
                        .start(
                                new StartBatch.Command(user, id, WISH, TEMPLATE, quote),
                                Samples.NOW);
        if (!(outcome instanceof StartBatch.Outcome.Started)) {
            throw new IllegalStateException("Not started: " + outcome);
        }
    }

    private List<Integer> sizes(BatchId id) {
        return tables
                .client()
                .queryPaginator(
                        query ->
                                query.tableName(Tables.STUDIO)
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(
                                                Map.of(":pk", AttributeValue.fromS("BATCH#" + id))))
                .items()
                .stream()
                .map(item -> item.values().stream().mapToInt(BatchBench::bytes).sum())
                .toList();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case L -> value.l().stream().mapToInt(BatchBench::bytes).sum() + 3 * value.l().size();
            case M -> value.m().values().stream().mapToInt(BatchBench::bytes).sum() + 12;
            default -> 8;
        };
    }
}
