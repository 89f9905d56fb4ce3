package dev.halftone.sqs;

import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchMessage;
import dev.halftone.core.batch.BatchQueue;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of batches. */
public final class SqsBatchQueue implements BatchQueue {

    private final SqsQueue queue;

    public SqsBatchQueue(SqsClient client, URI url) {
        this.queue = new SqsQueue(client, url);
    }

    @Override
    public void send(BatchId batch, Duration delay) {
        queue.send(new BatchMessage(batch).body(), delay);
    }
}
