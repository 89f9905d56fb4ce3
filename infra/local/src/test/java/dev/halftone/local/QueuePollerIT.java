package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.engines.SqsEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueuePollerIT {
    private static final int EMPTY_READS_MAX = 600;

    private static SqsEngine engine;
    private static SqsClient client;

    private final LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        engine = SqsEngine.start(null, 0);
        client = LocalClients.sqs(engine.endpoint());
    }

    @AfterAll
    static void stop() {
        client.close();
        engine.close();
    }

    @Test
    void aFailedMessageComesBackAndTheOthersDoNot() throws InterruptedException {
        String url = queue("partial", false, "ok", "bad");
        AtomicInteger failures = new AtomicInteger();
        HostedFunction function =
                Functions.of(
                        (event, _) -> {
                            List<String> failed = new ArrayList<>();
                            for (JsonNode message : records(event)) {
                                String body = message.path("body").stringValue();
                                seen.add(body);
                                if (body.equals("bad") && failures.getAndIncrement() == 0) {
                                    failed.add(message.path("messageId").stringValue());
                                    showAgain(url, message);
                                }
                            }
                            return failures(failed);
                        });

        try (QueuePoller _ = QueuePoller.start(source("partial", true, 1), function, client)) {
            assertThat(List.of(next(), next())).containsExactlyInAnyOrder("ok", "bad");
            assertThat(next()).isEqualTo("bad");
            awaitEmpty(url);
        }
    }

    @Test
    void nothingIsDeletedWhenTheFunctionFails() throws InterruptedException {
        queue("failing", true, "a");
        HostedFunction function =
                Functions.of(
                        (event, _) -> {
                            seen.add(event);
                            throw new IllegalStateException("planned");
                        });

        try (QueuePoller _ = QueuePoller.start(source("failing", true, 1), function, client)) {
            assertThat(count(next())).isEqualTo("1");
            assertThat(count(next())).isEqualTo("2");
        }
    }

    @Test
    void runsNoMoreAtOnceThanTheTemplateAllows() throws InterruptedException {
        String url = queue("parallel", false, "a", "b", "c", "d");
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        HostedFunction function =
                Functions.of(
                        (_, _) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            two.countDown();
                            // Both have to be inside at once, and a third has time to show.
                            two.await(30, TimeUnit.SECONDS);
                            Thread.sleep(200);
                            running.decrementAndGet();
                            return "";
                        });

        try (QueuePoller _ = QueuePoller.start(source("parallel", false, 2), function, client)) {
            assertThat(two.await(30, TimeUnit.SECONDS)).isTrue();
            awaitEmpty(url);
        }
        assertThat(most).hasValue(2);
    }

    /** Journeys that lose a message depend on it: nobody may have it first. */
    @Test
    void handsOutNothingWhileItRests() throws InterruptedException {
        String url = queue("resting", false, "a");
        CountDownLatch mayEnd = new CountDownLatch(1);
        HostedFunction function =
                Functions.of(
                        (event, _) -> {
                            seen.add(event);
                            mayEnd.await(30, TimeUnit.SECONDS);
                            return "";
                        });

        try (QueuePoller poller =
                QueuePoller.start(source("resting", false, 2), function, client)) {
            assertThat(next()).contains("\"a\"");
            Thread resting = Thread.ofPlatform().start(() -> rest(poller));
            assertThat(resting.join(Duration.ofMillis(300))).isFalse();
            mayEnd.countDown();
            assertThat(resting.join(Duration.ofSeconds(30))).isTrue();

            client.sendMessage(send -> send.queueUrl(url).messageBody("b"));
            assertThat(seen.poll(300, TimeUnit.MILLISECONDS)).isNull();
            poller.resume();
            assertThat(next()).contains("\"b\"");
        }
    }

    private static void rest(QueuePoller poller) {
        try {
            poller.pause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Trigger.Queue source(String name, boolean partial, int concurrencyMax) {
        int batchSize = partial ? 10 : 1;
        return new Trigger.Queue(
                "arn:aws:sqs:us-east-1:000000000000:" + name, batchSize, partial, concurrencyMax);
    }

    /** A message that nobody deletes stays away for longer than any test, or for a second. */
    private static String queue(String name, boolean returning, String... bodies) {
        String url =
                client.createQueue(
                                create ->
                                        create.queueName(name)
                                                .attributes(
                                                        Map.of(
                                                                QueueAttributeName
                                                                        .VISIBILITY_TIMEOUT,
                                                                returning ? "1" : "600")))
                        .queueUrl();
        for (String body : bodies) {
            client.sendMessage(send -> send.queueUrl(url).messageBody(body));
        }
        return url;
    }

    /** As if its visibility timeout were over; that of the others cannot end meanwhile. */
    private static void showAgain(String url, JsonNode message) {
        client.changeMessageVisibility(
                change ->
                        change.queueUrl(url)
                                .receiptHandle(message.path("receiptHandle").stringValue())
                                .visibilityTimeout(0));
    }

    private static void awaitEmpty(String url) throws InterruptedException {
        List<QueueAttributeName> counts =
                List.of(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        for (int read = 0; read < EMPTY_READS_MAX; read++) {
            Map<QueueAttributeName, String> left =
                    client.getQueueAttributes(get -> get.queueUrl(url).attributeNames(counts))
                            .attributes();
            if (left.values().stream().allMatch("0"::equals)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Messages were left in " + url);
    }

    private String next() throws InterruptedException {
        String event = seen.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private static String count(String event) {
        return records(event).path(0).at("/attributes/ApproximateReceiveCount").stringValue();
    }

    private static JsonNode records(String event) {
        return JsonMapper.shared().readTree(event).path("Records");
    }

    private static String failures(List<String> ids) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "batchItemFailures",
                                ids.stream().map(id -> Map.of("itemIdentifier", id)).toList()));
    }
}
