package dev.halftone.core.batch;

import java.util.List;

/** Reads rows in order and asks the store once for many. */
final class RowReader {

    private final Batches batches;
    private final Batch batch;
    private List<SheetRow> read = List.of();

    RowReader(Batches batches, Batch batch) {
        this.batches = batches;
        this.batch = batch;
    }

    SheetRow row(int number) {
        if (read.isEmpty() || number < first() || number >= first() + read.size()) {
            read = batches.rows(batch, number, batch.sheet().rows());
        }
        return read.get(number - first());
    }

    private int first() {
        return read.getFirst().number();
    }
}
