package dev.halftone.function.generationsubmit;

import dev.halftone.core.batch.BatchRows;
import dev.halftone.core.batch.Mark;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.lambda.CsvCell;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How every row stands, as a table for a spreadsheet. */
final class ResultCsv {
    private static final String HEADER =
            "row,state,reason,credits,generation,prompt,link" + CsvCell.END;

    private ResultCsv() {}

    static String text(List<BatchRows.Row> rows) {
        return HEADER + rows.stream().map(ResultCsv::line).collect(Collectors.joining());
    }

    private static String line(BatchRows.Row row) {
        Generation generation = row.generation();
        return String.join(
                        ",",
                        Integer.toString(row.number()),
                        CsvCell.of(row.mark().label()),
                        CsvCell.of(reason(row.mark(), generation)),
                        Long.toString(credits(generation)),
                        CsvCell.of(generation == null ? null : generation.id().value()),
                        CsvCell.of(generation == null ? null : generation.request().prompt()),
                        CsvCell.of(link(generation)))
                + CsvCell.END;
    }

    private static @Nullable String reason(Mark mark, @Nullable Generation generation) {
        if (generation != null && generation.state() instanceof GenerationState.Failed failed) {
            return failed.reason().code();
        }
        return switch (mark) {
            case BAD -> "invalid_row";
            case REFUSED -> "refused";
            case SKIPPED -> "cancelled";
            case WAITING, RUNNING, MADE, FAILED -> null;
        };
    }

    /** What was paid: for nothing that was not delivered, and for nothing that was given. */
    private static long credits(@Nullable Generation generation) {
        return generation != null
                        && generation.state() instanceof GenerationState.Succeeded made
                        && !made.free()
                ? generation.price().credits().amount()
                : 0;
    }

    private static @Nullable String link(@Nullable Generation generation) {
        return generation != null
                        && generation.state() instanceof GenerationState.Succeeded
                        && !generation.shelf().isRemoved()
                ? "/v1/generations/" + generation.id() + "/media/0"
                : null;
    }
}
