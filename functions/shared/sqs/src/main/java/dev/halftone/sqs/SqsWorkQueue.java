package dev.halftone.sqs;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** One queue per stage; a function has only those that it may send to. */
public final class SqsWorkQueue implements WorkQueue {

    private static final String DEPENDENCY = "sqs";
    private static final Duration DELAY_MAX = Duration.ofMinutes(15);

    private final SqsClient client;
    private final Map<WorkItem.Stage, URI> queues;

    public SqsWorkQueue(SqsClient client, Map<WorkItem.Stage, URI> queues) {
        this.client = client;
        this.queues = Map.copyOf(queues);
    }

    @Override
    public void send(WorkItem item, Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("A delay is at most 15 minutes");
        }
        URI queue = queues.get(item.stage());
        if (queue == null) {
            throw new IllegalStateException("No queue for the stage " + item.stage());
        }
        try {
            client.sendMessage(
                    send ->
                            send.queueUrl(queue.toString())
                                    .messageBody(item.body())
                                    .delaySeconds(wholeSeconds(delay)));
        } catch (SdkException e) {
            throw translated(e);
        }
    }

    /** Sends nothing: the service refuses an empty batch, and the client is warm for the next. */
    public void prime() {
        URI queue = queues.values().iterator().next();
        try {
            client.sendMessageBatch(send -> send.queueUrl(queue.toString()).entries(List.of()));
        } catch (SqsException _) {
            // Its answer, and the way there.
        } catch (SdkException e) {
            throw translated(e);
        }
    }

    /** Rounded up: a message that comes early finds nothing due and is wasted. */
    private static int wholeSeconds(Duration delay) {
        return Math.toIntExact(delay.plusNanos(999_999_999).toSeconds());
    }

    private static RuntimeException translated(SdkException e) {
        return switch (e) {
            case SdkClientException _ -> new TransientFailure(DEPENDENCY, "no answer", e);
            case QueueDoesNotExistException _ -> new PermanentFailure(DEPENDENCY, "no queue", e);
            case AwsServiceException service
                    when service.isThrottlingException() || service.statusCode() >= 500 ->
                    new TransientFailure(DEPENDENCY, "overloaded", e);
            default -> e;
        };
    }
}
