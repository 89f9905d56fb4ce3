package dev.halftone.testing;

import dev.halftone.core.batch.Batches;

class InMemoryBatchesTest extends BatchesContract {

    private final InMemoryBatches batches = new InMemoryBatches();

    @Override
    protected Batches batches() {
        return batches;
    }
}
