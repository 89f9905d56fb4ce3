package dev.halftone.sqs;

import dev.halftone.core.asset.AssetQueue;
import dev.halftone.core.asset.AssetWork;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One queue per task; a function has only those that it may send to. */
public final class SqsAssetQueue implements AssetQueue {

    private final SqsClient client;
    private final Map<AssetWork.Task, URI> queues;

    public SqsAssetQueue(SqsClient client, Map<AssetWork.Task, URI> queues) {
        this.client = client;
        this.queues = Map.copyOf(queues);
    }

    @Override
    public void send(AssetWork work) {
        URI queue = queues.get(work.task());
        if (queue == null) {
            throw new IllegalStateException("No queue for the task " + work.task());
        }
        new SqsQueue(client, queue).send(work.body(), Duration.ZERO);
    }

    /** Sends nothing: the service refuses an empty batch, and the client is warm for the next. */
    public void prime() {
        SqsWorkQueue.prime(client, queues.values().iterator().next());
    }
}
