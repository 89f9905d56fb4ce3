package dev.halftone.testing;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchState;
import dev.halftone.core.batch.Mark;
import dev.halftone.core.batch.Marks;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.RowFinding;
import dev.halftone.core.batch.Sheet;
import dev.halftone.core.batch.SheetRow;
import dev.halftone.core.batch.Slot;
import dev.halftone.core.batch.Terms;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.Price;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Batches with valid defaults. */
public final class BatchSamples {

    private static final List<String> COLUMNS = List.of("name", "colour");
    private static final int WIDE = 7_900;

    private BatchSamples() {}

    public static ParsedSheet parsed(int rows) {
        return parsed(rows, "blue");
    }

    /** With rows so long that they do not fit together into one item of any store. */
    public static ParsedSheet wide(int rows) {
        return parsed(rows, "ü".repeat(WIDE));
    }

    private static ParsedSheet parsed(int rows, String colour) {
        return new ParsedSheet(
                new Sheet(COLUMNS, rows, Digest.sha256Hex(rows + colour)),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new SheetRow(row, row + 1, List.of("No. " + row, colour)))
                        .toList(),
                List.of());
    }

    /** The second of them has no cells. */
    public static ParsedSheet withMalformed(int rows) {
        ParsedSheet parsed = parsed(rows);
        return new ParsedSheet(
                parsed.sheet(),
                parsed.rows().stream()
                        .map(
                                row ->
                                        row.number() == 2
                                                ? new SheetRow(2, row.line(), List.of())
                                                : row)
                        .toList(),
                List.of(new RowFinding(2, 3, "wrong_number_of_cells")));
    }

    public static Batch draft(BatchId id, UserId owner, ParsedSheet parsed, Instant createdAt) {
        return draft(id, owner, Samples.accountId(1), parsed, createdAt);
    }

    public static Batch draft(
            BatchId id, UserId owner, AccountId account, ParsedSheet parsed, Instant createdAt) {
        return Batch.draft(
                id, new Batch.Origin(owner, account, Samples.traceId(1), createdAt), parsed);
    }

    /** Of which the first rows are being made. */
    public static Batch running(Batch before, int rows, Instant now) {
        List<Integer> first = IntStream.rangeClosed(1, rows).boxed().toList();
        return new Batch(
                before.id(),
                before.origin(),
                before.sheet(),
                new BatchState.Running(),
                new Terms(
                        new GenerationWish(Samples.MODEL, "1:1", "1K", null),
                        "A {colour} thing",
                        new Price(new Credits(4), Samples.PRICE_VERSION)),
                Marks.of(before.sheet().rows(), List.of()).with(first, Mark.RUNNING),
                first.stream().map(row -> new Slot(row, now)).toList(),
                now.plus(Duration.ofSeconds(2)),
                before.revision() + 1);
    }

    /** The same in another state. */
    public static Batch in(Batch before, BatchState state, Instant now) {
        boolean over = state instanceof BatchState.Finished;
        return new Batch(
                before.id(),
                before.origin(),
                before.sheet(),
                state,
                before.terms(),
                before.marks(),
                before.slots(),
                over ? null : now.plus(Duration.ofSeconds(5)),
                before.revision() + 1);
    }
}
