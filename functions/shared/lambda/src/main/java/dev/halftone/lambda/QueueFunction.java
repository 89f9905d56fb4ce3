package dev.halftone.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.halftone.core.DependencyFailure;
import dev.halftone.core.privacy.LogField;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A function behind queues, and if need be behind a schedule: a message that fails comes back, the
 * others of its batch do not. An event that cannot be read fails whole, so that nothing is lost.
 *
 * <p>The messages of a batch are worked on at the same time, each on a thread of its own, so that
 * none waits for another's provider. There are never more than a batch has.
 */
public final class QueueFunction implements Function<InputStream, byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(QueueFunction.class);
    private static final PojoSerializer<SQSEvent> EVENTS =
            LambdaEventSerializers.serializerFor(
                    SQSEvent.class, QueueFunction.class.getClassLoader());

    private final MessageHandler handler;
    private final ScheduledFunction scheduled;

    /** Does the work of one message; whatever it throws makes the message come back. */
    @FunctionalInterface
    public interface MessageHandler {
        void handle(QueueMessage message);
    }

    public QueueFunction(MessageHandler handler) {
        this(
                handler,
                new ScheduledFunction(
                        _ -> {
                            throw new IllegalArgumentException("Not an event of a queue");
                        }));
    }

    /** One that a schedule calls, too. */
    public QueueFunction(MessageHandler handler, ScheduledFunction scheduled) {
        this.handler = handler;
        this.scheduled = scheduled;
    }

    @Override
    public byte[] apply(InputStream input) {
        String text = ScheduledFunction.text(input);
        JsonNode event = Json.tree(text);
        return event.has("Records") ? batch(text) : scheduled.answer(event);
    }

    private byte[] batch(String event) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        List<QueueMessage> messages = read(event);
        List<Boolean> handled = handled(messages);
        for (int i = 0; i < messages.size(); i++) {
            if (!handled.get(i)) {
                failures.add(new SQSBatchResponse.BatchItemFailure(messages.get(i).id()));
            }
        }
        return Json.write(Map.of("batchItemFailures", failures));
    }

    private List<Boolean> handled(List<QueueMessage> messages) {
        if (messages.size() == 1) {
            return List.of(handled(messages.getFirst()));
        }
        InvocationThreads threads = InvocationThreads.ofCurrent();
        return threads.all(
                messages.stream().<Supplier<Boolean>>map(each -> () -> handled(each)).toList());
    }

    private boolean handled(QueueMessage message) {
        try {
            handler.handle(message);
            return true;
        } catch (DependencyFailure e) {
            LOG.atWarn()
                    .addKeyValue(LogField.MESSAGE.key(), message.id())
                    .addKeyValue(LogField.RECEIVE_COUNT.key(), message.receiveCount())
                    .addKeyValue(LogField.DEPENDENCY.key(), e.dependency())
                    .setCause(e)
                    .log("Message failed on a dependency");
            return false;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            LOG.atError()
                    .addKeyValue(LogField.MESSAGE.key(), message.id())
                    .addKeyValue(LogField.RECEIVE_COUNT.key(), message.receiveCount())
                    .setCause(e)
                    .log("Message failed");
            return false;
        } finally {
            GenerationLog.unfollow();
        }
    }

    private static List<QueueMessage> read(String json) {
        SQSEvent event = EVENTS.fromJson(json);
        if (event == null || event.getRecords() == null || event.getRecords().isEmpty()) {
            throw new IllegalArgumentException("Not an event of a queue");
        }
        return event.getRecords().stream().map(QueueFunction::message).toList();
    }

    private static QueueMessage message(SQSEvent.SQSMessage record) {
        if (record.getMessageId() == null || record.getBody() == null) {
            throw new IllegalArgumentException("A message without id or body");
        }
        String count = record.getAttributes().get("ApproximateReceiveCount");
        return new QueueMessage(
                record.getMessageId(),
                record.getBody(),
                record.getEventSourceArn(),
                Integer.parseInt(count));
    }
}
