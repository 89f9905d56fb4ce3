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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class QueueFunctionTest {
    private static final List<QueueMessage> SEEN = new ArrayList<>();

    /** Fails messages that say so. */
    public static class Application extends FunctionApplication {
        @Override
        protected Function<InputStream, byte[]> compose(Environment environment) {
            return new QueueFunction(
                    message -> {
                        SEEN.add(message);
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
    }

    @Test
    void everyRecordReachesTheHandler() {
        String answer = invoke(event("one", "two"));

        assertThat(SEEN).extracting(QueueMessage::body).containsExactly("one", "two");
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
