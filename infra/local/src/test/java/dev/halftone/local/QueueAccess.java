package dev.halftone.local;

import dev.halftone.template.Resolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;

/** One queue of a running studio, in the hands of somebody who may do anything with it. */
public final class QueueAccess {
    private static final int RECEIVES_MAX = 30;
    private static final int BATCH_MAX = 10;
    private static final int PURGES_MAX = 20;
    private static final List<QueueAttributeName> COUNTS =
            List.of(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

    private final SqsClient client;
    private final String name;
    private final String url;

    public QueueAccess(LocalConfig config, String name) {
        this.client = LocalClients.sqs(LocalPorts.endpoint(config.ports().sqs()));
        this.name = name;
        this.url = client.getQueueUrl(get -> get.queueName(name)).queueUrl();
    }

    public String name() {
        return name;
    }

    /** Loses every message: those that wait, those that are delayed and those handed out. */
    public void purge() {
        for (int i = 0; i < PURGES_MAX; i++) {
            client.purgeQueue(purge -> purge.queueUrl(url));
            if (isEmpty()) {
                return;
            }
        }
        throw new AssertionError(name + " did not lose its messages");
    }

    private boolean isEmpty() {
        return client
                .getQueueAttributes(get -> get.queueUrl(url).attributeNames(COUNTS))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    /**
     * The events of the next {@code count} messages of a generation, one message each. The messages
     * stay in the queue and come back, as those of a worker that died.
     */
    public List<String> take(String generation, int count, Duration hiddenFor) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < RECEIVES_MAX && events.size() < count; i++) {
            receive(hiddenFor).stream()
                    .filter(message -> message.body().contains(generation))
                    .forEach(message -> events.add(event(message)));
        }
        if (events.size() < count) {
            throw new AssertionError(name + " held only " + events);
        }
        return events;
    }

    private List<Message> receive(Duration hiddenFor) {
        return client.receiveMessage(
                        receive ->
                                receive.queueUrl(url)
                                        .maxNumberOfMessages(BATCH_MAX)
                                        .waitTimeSeconds(1)
                                        .visibilityTimeout((int) hiddenFor.toSeconds())
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }

    private String event(Message message) {
        String arn = "arn:aws:sqs:%s:%s:%s".formatted(Resolver.REGION, Resolver.ACCOUNT_ID, name);
        return new QueueEvent(JsonMapper.shared()).write(List.of(message), arn);
    }
}
