package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The whole stack with functions that only echo. */
class LocalStudioIT {
    private static final Map<String, AttributeValue> ITEM =
            Map.of("pk", AttributeValue.fromS("kept"));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir private Path state;
    private LocalPorts ports;

    @BeforeEach
    void choosePorts() throws IOException {
        ports = LocalPorts.anyFree();
        EchoHandler.EVENTS.clear();
    }

    @Test
    void everyTriggerReachesItsFunctionAndItemsOutliveARestart() throws Exception {
        try (LocalStudio studio = LocalStudio.start(config(false));
                DynamoDbClient tables =
                        LocalClients.dynamoDb(LocalPorts.endpoint(ports.dynamoDb()))) {
            assertThat(nextEvent()).contains("aws.scheduler");
            assertThat(get(studio.address().resolve("/echo"))).isEqualTo("hello from local");
            assertThat(nextEvent()).contains("GET /echo");
            assertThat(get(studio.address().resolve("/silence"))).isEqualTo("silence");
            assertThat(nextEvent()).contains("GET /silence");
            send("work");
            assertThat(nextEvent()).contains("\"body\":\"work\"").contains(":work-local");
            assertThat(get(studio.sandbox().resolve("/google/.well-known/openid-configuration")))
                    .contains(studio.sandbox() + "/google");
            tables.putItem(put -> put.tableName("halftone-ThingsTable").item(ITEM));
        }
        try (LocalStudio _ = LocalStudio.start(config(false));
                DynamoDbClient tables =
                        LocalClients.dynamoDb(LocalPorts.endpoint(ports.dynamoDb()))) {
            assertThat(item(tables)).isEqualTo(ITEM);
        }
        try (LocalStudio _ = LocalStudio.start(config(true));
                DynamoDbClient tables =
                        LocalClients.dynamoDb(LocalPorts.endpoint(ports.dynamoDb()))) {
            assertThat(item(tables)).isEmpty();
        }
    }

    @Test
    void namesTheEnginesFirstAndTheAddressWhenAllIsUp() throws Exception {
        LocalStudio.start(config(false)).close();

        String[] lines = printed.toString(StandardCharsets.UTF_8).split("\\R", -1);
        assertThat(lines[0]).startsWith("Engines: DynamoDB Local").contains("Apache-2.0");
        assertThat(lines[1]).startsWith("Handlers, as packaged for Lambda: EchoHandler ");
        assertThat(lines[2]).isEqualTo("Halftone is ready: http://localhost:" + ports.gateway());
    }

    @Test
    void saysWhichPortIsTakenBeforeAnythingStarts() throws Exception {
        try (ServerSocket _ = new ServerSocket(ports.sqs(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalStudio.start(config(false)))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("Port " + ports.sqs() + " is taken")
                    .hasMessageContaining("LOCAL_PORT");
        }
        assertThat(state).isEmptyDirectory();
    }

    private LocalConfig config(boolean fresh) throws URISyntaxException {
        URI template = LocalStudioIT.class.getResource("template.yaml").toURI();
        return new LocalConfig(
                Path.of(template),
                state,
                fresh,
                ports,
                Duration.ofMillis(10),
                Clock.systemUTC(),
                LocalChoices.STANDARD,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Functions.silent());
    }

    private void send(String body) {
        try (SqsClient client = LocalClients.sqs(LocalPorts.endpoint(ports.sqs()))) {
            String url = client.getQueueUrl(get -> get.queueName("work-local")).queueUrl();
            client.sendMessage(send -> send.queueUrl(url).messageBody(body));
        }
    }

    private static Map<String, AttributeValue> item(DynamoDbClient tables) {
        return tables.getItem(get -> get.tableName("halftone-ThingsTable").key(ITEM)).item();
    }

    private static String nextEvent() throws InterruptedException {
        String event = EchoHandler.EVENTS.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
