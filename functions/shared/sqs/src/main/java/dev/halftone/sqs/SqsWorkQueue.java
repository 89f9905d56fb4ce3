package dev.halftone.sqs;

import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** One queue per stage; a function has only those that it may send to. */
public final class SqsWorkQueue implements WorkQueue {

    private final SqsClient client;
    private final Map<WorkItem.Stage, URI> queues;

    public SqsWorkQueue(SqsClient client, Map<WorkItem.Stage, URI> queues) {
        this.client = client;
        this.queues = Map.copyOf(queues);
    }

    @Override
    public void send(WorkItem item, Duration delay) {
        URI queue = queues.get(item.stage());
        if (queue == null) {
            throw new IllegalStateException("No queue for the stage " + item.stage());
        }
        new SqsQueue(client, queue).send(item.body(), delay);
    }

    /** Sends nothing: the service refuses an empty batch, and the client is warm for the next. */
    public void prime() {
        prime(client, queues.values().iterator().next());
    }

    static void prime(SqsClient client, URI queue) {
        try {
            client.sendMessageBatch(send -> send.queueUrl(queue.toString()).entries(List.of()));
        } catch (SqsException _) {
            // Its answer, and the way there.
        } catch (SdkException e) {
            throw SqsQueue.translated(e);
        }
    }
}
