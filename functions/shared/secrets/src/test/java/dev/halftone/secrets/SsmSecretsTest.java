package dev.halftone.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;

class SsmSecretsTest {

    private static final String NAME = "/halftone/test/signing-key";

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int statusCode = 200;
    private volatile String answer = parameter("first");
    private HttpServer server;
    private SsmClient client;
    private SsmSecrets secrets;

    @BeforeEach
    void startStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        System.setProperty(
                "aws.endpointUrlSsm", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        client = SsmClients.create();
        secrets = new SsmSecrets(client, clock);
    }

    @AfterEach
    void stopStub() {
        client.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(statusCode, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String parameter(String value) {
        return "{\"Parameter\":{\"Name\":\"%s\",\"Value\":\"%s\"}}".formatted(NAME, value);
    }

    @Test
    void fetchesNothingBeforeItIsAsked() {
        assertThat(requests).isEmpty();
    }

    @Test
    void fetchesAndDecryptsOnFirstUse() {
        assertThat(secrets.value(NAME).reveal()).isEqualTo("first");

        assertThat(requests)
                .singleElement()
                .satisfies(
                        request ->
                                assertThat(request)
                                        .contains(NAME)
                                        .contains("\"WithDecryption\":true"));
    }

    @Test
    void keepsAValueForFiveMinutesAndThenSeesARotation() {
        secrets.value(NAME);
        answer = parameter("second");

        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(secrets.value(NAME).reveal()).isEqualTo("first");
        clock.advance(Duration.ofNanos(1));
        assertThat(secrets.value(NAME).reveal()).isEqualTo("second");

        assertThat(requests).hasSize(2);
    }

    @Test
    void failsForGoodWithoutTheParameterAndNamesIt() {
        statusCode = 400;
        answer = "{\"__type\":\"ParameterNotFound\"}";

        assertThatThrownBy(() -> secrets.value(NAME))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining(NAME);
    }

    @Test
    void failsForNowWhileTheStoreIsDown() {
        statusCode = 500;
        answer = "{\"__type\":\"InternalServerError\"}";

        assertThatThrownBy(() -> secrets.value(NAME)).isInstanceOf(TransientFailure.class);
    }

    @Test
    void triesAgainAfterAFailure() {
        statusCode = 500;
        answer = "{\"__type\":\"InternalServerError\"}";
        assertThatThrownBy(() -> secrets.value(NAME)).isInstanceOf(TransientFailure.class);
        statusCode = 200;
        answer = parameter("second");

        assertThat(secrets.value(NAME).reveal()).isEqualTo("second");
    }

    @Test
    void neverPrintsAValue() {
        assertThat(secrets.value(NAME).toString()).doesNotContain("first");
    }
}
