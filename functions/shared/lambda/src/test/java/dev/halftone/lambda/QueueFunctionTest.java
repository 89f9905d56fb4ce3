package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.testing.EventFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class QueueFunctionTest {
    private static final List<QueueMessage> SEEN = Collections.synchronizedList(new ArrayList<>());

    /** Where messages of a batch meet, if they are to. */
    private static final AtomicReference<@Nullable CyclicBarrier> MEETING = new AtomicReference<>();

    private static final Logger LOG = LoggerFactory.getLogger(QueueFunctionTest.class);

    /** Fails messages that say so. */
    public static class Application extends FunctionApplication {
        @Override
        protected Function<InputStream, byte[]> compose(Environment environment) {
            return new QueueFunction(
                    message -> {
                        SEEN.add(message);
                        MDC.put("generation", message.body());
                        meet();
                        LOG.info("Worked on a message");
                        switch (message.body()) {
                            case "transient" -> throw new TransientFailure("sqs", "later");
                            case "permanent" -> throw new PermanentFailure("queue", "never");
                            case "bug" -> throw new IllegalStateException("a bug");
                            default -> {}
                        }
                    });
        }
    }

    /** Its handler. */
    static final class Handler extends LambdaEntry {
        Handler() {
            super(Application.class);
        }
    }

    private final HandlerDriver driver = HandlerDriver.start(Map.of(), Handler::new);

    QueueFunctionTest() {
        SEEN.clear();
        MEETING.set(null);
    }

    @Test
    void everyRecordReachesTheHandler() {
        String answer = invoke(event("one", "two"));

        assertThat(SEEN).extracting(QueueMessage::body).containsExactlyInAnyOrder("one", "two");
        assertThat(SEEN.getFirst().sourceArn()).endsWith(":halftone-dev-delivery");
        assertThat(SEEN.getFirst().receiveCount()).isEqualTo(1);
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void onlyFailedMessagesComeBack() {
        String answer = invoke(event("one", "transient", "two", "permanent", "bug", "three"));

        assertThat(SEEN).hasSize(6);
        assertThat(answer)
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},"
                                + "{\"itemIdentifier\":\"m3\"},{\"itemIdentifier\":\"m4\"}]}");
    }

    /** One that waits for its provider keeps none of its neighbours waiting. */
    @Test
    void worksOnAllMessagesOfABatchAtTheSameTime() {
        MEETING.set(new CyclicBarrier(10));

        String answer = invoke(event("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void keepsTheLinesOfMessagesApartThatAreWorkedOnAtTheSameTime() {
        MEETING.set(new CyclicBarrier(3));
        List<String> lines;

        try (PrintedLines printed = PrintedLines.open()) {
            invoke(event("one", "two", "three"));
            lines = printed.containing("Worked on a message");
        }

        assertThat(lines).hasSize(3);
        assertThat(lines.stream().map(line -> Json.tree(line).path("generation").asString("")))
                .containsExactlyInAnyOrder("one", "two", "three");
        assertThat(lines.stream().map(line -> Json.tree(line).path("function_request_id")))
                .allMatch(JsonNode::isString)
                .containsOnly(Json.tree(lines.getFirst()).path("function_request_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Records\":[]}",
                "{\"Records\":[{\"messageId\":\"m1\"}]}",
                "[]",
                "not json"
            })
    void anEventThatIsNoneFailsWhole(String event) {
        assertThatThrownBy(() -> invoke(event)).isInstanceOf(IllegalStateException.class);
        assertThat(SEEN).isEmpty();
    }

    @Test
    void theScheduleRunsItsWorkForTheTimeItMeant() {
        List<Instant> ran = new ArrayList<>();
        ScheduledFunction function = new ScheduledFunction(ran::add);

        function.apply(
                new ByteArrayInputStream(EventFile.read("generation-sweep", "tick").bytes()));

        assertThat(ran).containsExactly(Instant.parse("2026-11-16T15:50:00Z"));
    }

    private static void meet() {
        CyclicBarrier meeting = MEETING.get();
        if (meeting == null) {
            return;
        }
        try {
            meeting.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("The others did not come", e);
        }
    }

    private String invoke(String event) {
        return new String(
                driver.invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static String event(String... bodies) {
        ObjectNode root =
                (ObjectNode) Json.tree(EventFile.read("provider-poll", "delivery").text());
        ObjectNode record = (ObjectNode) root.at("/Records/0");
        ArrayNode records = root.putArray("Records");
        for (String body : bodies) {
            records.add(record.deepCopy().put("messageId", "m" + records.size()).put("body", body));
        }
        return root.toString();
    }
}
