package dev.halftone.dynamodb;

import dev.halftone.core.batch.Batches;
import dev.halftone.testing.BatchesContract;

class DynamoDbBatchesIT extends BatchesContract {

    @Override
    protected Batches batches() {
        return new DynamoDbBatches(TestStack.client(), TestStack.table("StudioTable"));
    }
}
