package dev.halftone.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.engines.Engine;
import dev.halftone.engines.SqsEngine;
import dev.halftone.template.Stack;
import dev.halftone.template.StackQueues;
import dev.halftone.testing.Samples;
import dev.halftone.testing.WorkQueueContract;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsWorkQueueIT extends WorkQueueContract {

    private static final int WAITS_MAX = 30;
    private static final SqsClient CLIENT = connect();
    private static final Map<WorkItem.Stage, URI> QUEUES = queues();

    private final WorkQueue queue = new SqsWorkQueue(CLIENT, QUEUES);

    private static SqsClient connect() {
        if (System.getenv("AWS_ENDPOINT_URL") == null) {
            System.setProperty("aws.endpointUrl", SqsEngine.start(null, 0).endpoint().toString());
            System.setProperty("aws.region", "us-east-1");
            System.setProperty("aws.accessKeyId", Engine.ACCESS_KEY_ID);
            System.setProperty("aws.secretAccessKey", Engine.SECRET_ACCESS_KEY);
        }
        return SqsClients.create();
    }

    private static Map<WorkItem.Stage, URI> queues() {
        Map<String, String> urls =
                StackQueues.create(Stack.inRepository("infra/messaging.yaml"), CLIENT);
        Map<WorkItem.Stage, URI> queues = new EnumMap<>(WorkItem.Stage.class);
        queues.put(WorkItem.Stage.PROVIDER, URI.create(urls.getOrDefault("ProviderQueue", "")));
        queues.put(WorkItem.Stage.DELIVERY, URI.create(urls.getOrDefault("DeliveryQueue", "")));
        return queues;
    }

    @Override
    protected WorkQueue queue() {
        return queue;
    }

    @Override
    protected List<String> receive(WorkItem.Stage stage) {
        String url = String.valueOf(QUEUES.get(stage));
        List<Message> messages =
                CLIENT.receiveMessage(
                                receive ->
                                        receive.queueUrl(url)
                                                .maxNumberOfMessages(10)
                                                .waitTimeSeconds(1))
                        .messages();
        messages.forEach(
                message ->
                        CLIENT.deleteMessage(
                                delete ->
                                        delete.queueUrl(url)
                                                .receiptHandle(message.receiptHandle())));
        return messages.stream().map(Message::body).toList();
    }

    /** Only "too early" is an error: on a slow machine everything comes late. */
    @Test
    void holdsAMessageBackForItsDelayAndNeverBringsItEarly() {
        WorkItem item = WorkItem.cancel(Samples.generation(7, 1, 4));
        Duration delay = Duration.ofMillis(1_100);
        long sentAt = System.nanoTime();

        queue.send(item, delay);

        List<String> received = List.of();
        for (int wait = 0; received.isEmpty() && wait < WAITS_MAX; wait++) {
            received = receive(WorkItem.Stage.PROVIDER);
        }
        assertThat(received).containsExactly(item.body());
        assertThat(Duration.ofNanos(System.nanoTime() - sentAt)).isGreaterThanOrEqualTo(delay);
    }

    @Test
    void failsForGoodWithoutAQueue() {
        URI lost = URI.create(QUEUES.get(WorkItem.Stage.PROVIDER) + "-none");
        WorkQueue broken = new SqsWorkQueue(CLIENT, Map.of(WorkItem.Stage.PROVIDER, lost));

        assertThatThrownBy(
                        () ->
                                broken.send(
                                        WorkItem.cancel(Samples.generation(7, 1, 4)),
                                        Duration.ZERO))
                .isInstanceOf(PermanentFailure.class);
    }

    @Test
    void refusesAStageThatTheFunctionMayNotSendTo() {
        WorkQueue queue = new SqsWorkQueue(CLIENT, Map.of());

        assertThatThrownBy(
                        () ->
                                queue.send(
                                        WorkItem.cancel(Samples.generation(7, 1, 4)),
                                        Duration.ZERO))
                .isInstanceOf(IllegalStateException.class);
    }
}
