package dev.halftone.template;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The queues of a template, made in an engine. Those that are there already stay as they are. */
public final class StackQueues {
    private static final String REDRIVE = "RedrivePolicy";
    private static final Map<String, QueueAttributeName> ATTRIBUTES =
            Map.of(
                    "DelaySeconds", QueueAttributeName.DELAY_SECONDS,
                    "VisibilityTimeout", QueueAttributeName.VISIBILITY_TIMEOUT,
                    "MessageRetentionPeriod", QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                    "ReceiveMessageWaitTimeSeconds",
                            QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS);

    private StackQueues() {}

    /** Makes them, and answers each queue's URL by its logical id. */
    public static Map<String, String> create(Stack stack, SqsClient client) {
        Resolver resolver = stack.resolver();
        Map<String, String> urls = new LinkedHashMap<>();
        // A redrive policy is refused before the dead-letter queue is there.
        for (Resource queue : deadLetterQueuesFirst(stack.template())) {
            Map<String, Object> properties =
                    resolver.map(queue.properties(), "queue " + queue.logicalId());
            String name = LocalNames.queue(queue, resolver);
            urls.put(queue.logicalId(), createQueue(client, name, attributes(properties)));
        }
        return urls;
    }

    private static List<Resource> deadLetterQueuesFirst(Template template) {
        return template.resources(LocalNames.QUEUE).stream()
                .sorted(
                        (a, b) ->
                                Boolean.compare(
                                        a.properties().containsKey(REDRIVE),
                                        b.properties().containsKey(REDRIVE)))
                .toList();
    }

    private static String createQueue(
            SqsClient client, String name, Map<QueueAttributeName, String> attributes) {
        try {
            return client.getQueueUrl(get -> get.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException _) {
            return client.createQueue(create -> create.queueName(name).attributes(attributes))
                    .queueUrl();
        }
    }

    private static Map<QueueAttributeName, String> attributes(Map<String, Object> properties) {
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        ATTRIBUTES.forEach(
                (property, attribute) -> {
                    Object value = properties.get(property);
                    if (value != null) {
                        attributes.put(attribute, Values.text(value, property));
                    }
                });
        Object redrive = properties.get(REDRIVE);
        if (redrive != null) {
            Map<String, Object> policy = Values.map(redrive, REDRIVE);
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%s}"
                            .formatted(
                                    policy.get("deadLetterTargetArn"),
                                    policy.get("maxReceiveCount")));
        }
        return attributes;
    }
}
