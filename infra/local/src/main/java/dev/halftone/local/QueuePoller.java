package dev.halftone.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * One queue's event source: receives only what it may run at once, and deletes only what succeeded.
 * The rest comes back after the queue's visibility timeout, as in the cloud.
 */
final class QueuePoller implements AutoCloseable {
    /** Short, because the engine does not end before the last poll has been answered. */
    private static final int WAIT_SECONDS = 1;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration END_WITHIN = Duration.ofSeconds(2);

    /** As long as the slowest function may run. */
    private static final Duration REST_WITHIN = Duration.ofSeconds(90);

    private final Trigger.Queue source;
    private final HostedFunction function;
    private final SqsClient client;
    private final String url;
    private final QueueEvent events = new QueueEvent(JsonMapper.shared());
    private final Semaphore concurrency;
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread receiver;
    private volatile boolean closed;

    private QueuePoller(Trigger.Queue source, HostedFunction function, SqsClient client) {
        this.source = source;
        this.function = function;
        this.client = client;
        this.url = client.getQueueUrl(get -> get.queueName(source.name())).queueUrl();
        // Fair, so that whoever asks for rest is not overtaken by the next message for ever.
        this.concurrency = new Semaphore(source.concurrencyMax(), true);
        this.receiver = Thread.ofVirtual().name("poll " + source.name()).unstarted(this::poll);
    }

    static QueuePoller start(Trigger.Queue source, HostedFunction function, SqsClient client) {
        QueuePoller poller = new QueuePoller(source, function, client);
        poller.receiver.start();
        return poller;
    }

    /**
     * Hands out nothing until {@link #resume}, as a disabled event source; returns when nothing
     * runs any more.
     */
    void pause() throws InterruptedException {
        if (!concurrency.tryAcquire(
                source.concurrencyMax(), REST_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(source.name() + " did not come to rest");
        }
    }

    void resume() {
        concurrency.release(source.concurrencyMax());
    }

    /** Lets what runs end, for a moment; a message that it interrupts comes back. */
    @Override
    public void close() {
        closed = true;
        receiver.interrupt();
        invocations.shutdown();
        try {
            invocations.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        invocations.shutdownNow();
    }

    private void poll() {
        while (!closed) {
            try {
                concurrency.acquire();
                receive();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void receive() throws InterruptedException {
        List<Message> messages = List.of();
        try {
            messages =
                    client.receiveMessage(
                                    receive ->
                                            receive.queueUrl(url)
                                                    .maxNumberOfMessages(source.batchSize())
                                                    .waitTimeSeconds(WAIT_SECONDS)
                                                    .messageAttributeNames("All")
                                                    .messageSystemAttributeNames(
                                                            MessageSystemAttributeName.ALL))
                            .messages();
        } catch (SdkException e) {
            if (!closed) {
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
        }
        if (messages.isEmpty() || closed) {
            concurrency.release();
            messages.forEach(this::giveBack);
            return;
        }
        List<Message> batch = messages;
        invocations.execute(() -> run(batch));
    }

    private void run(List<Message> batch) {
        try {
            InvokeOutcome outcome = function.invoke(events.write(batch, source.arn()));
            if (outcome instanceof InvokeOutcome.Answered(String answer)) {
                delete(source.partialFailures() ? events.succeeded(batch, answer) : batch);
            }
        } finally {
            concurrency.release();
        }
    }

    private void delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<DeleteMessageBatchRequestEntry> entries =
                messages.stream()
                        .map(
                                message ->
                                        DeleteMessageBatchRequestEntry.builder()
                                                .id(message.messageId())
                                                .receiptHandle(message.receiptHandle())
                                                .build())
                        .toList();
        client.deleteMessageBatch(batch -> batch.queueUrl(url).entries(entries));
    }

    private void giveBack(Message message) {
        client.changeMessageVisibility(
                change ->
                        change.queueUrl(url)
                                .receiptHandle(message.receiptHandle())
                                .visibilityTimeout(0));
    }
}
