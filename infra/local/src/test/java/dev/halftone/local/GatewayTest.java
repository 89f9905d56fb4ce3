package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newHttpClient();
    private Gateway gateway;
    private int port;

    @BeforeEach
    void bind() throws IOException {
        port = LocalPorts.anyFree().gateway();
        gateway = Gateway.bind(port);
    }

    @AfterEach
    void close() {
        gateway.close();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void answersUnderBothNames(String host) throws Exception {
        open(Functions.answering("{\"statusCode\":200,\"body\":\"here\"}"));

        HttpResponse<String> response = get(URI.create("http://" + host + ":" + port + "/"));

        assertThat(response.body()).isEqualTo("here");
    }

    @Test
    void sendsStatusHeadersAndEachCookieByItself() throws Exception {
        open(
                Functions.answering(
                        """
                        {"statusCode":201,"headers":{"X-Thing":"a"},"cookies":["a=1","b=2; Secure"],
                         "body":"ok","isBase64Encoded":false}
                        """));

        HttpResponse<String> response = get(gateway.address().resolve("/"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("x-thing")).hasValue("a");
        assertThat(response.headers().allValues("set-cookie"))
                .containsExactly("a=1", "b=2; Secure");
        assertThat(response.body()).isEqualTo("ok");
    }

    @Test
    void decodesABinaryBody() throws Exception {
        open(
                Functions.answering(
                        "{\"statusCode\":200,\"body\":\"aGk=\",\"isBase64Encoded\":true}"));

        assertThat(get(gateway.address().resolve("/")).body()).isEqualTo("hi");
    }

    @Test
    void takesJsonWithoutStatusForTheBody() throws Exception {
        open(Functions.answering("{\"a\":1}"));

        HttpResponse<String> response = get(gateway.address().resolve("/"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo("{\"a\":1}");
    }

    @Test
    void answersNoContentWithoutABody() throws Exception {
        open(Functions.answering("{\"statusCode\":204}"));

        assertThat(get(gateway.address().resolve("/")).statusCode()).isEqualTo(204);
    }

    @Test
    void knowsOnlyTheRoutesItIsGiven() throws Exception {
        open(Functions.answering("{}"));

        HttpResponse<String> response = get(gateway.address().resolve("/elsewhere"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void hidesWhyAFunctionFailed() throws Exception {
        open(
                Functions.of(
                        (_, _) -> {
                            throw new IllegalStateException("secret");
                        }));

        HttpResponse<String> response = get(gateway.address().resolve("/"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void givesUpOnAFunctionThatTakesLongerThanItMay() throws Exception {
        open(Functions.of(SHORT, GatewayTest::neverAnswer));

        HttpResponse<String> response = get(gateway.address().resolve("/"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void givesUpAfterItsOwnTimeout() throws Exception {
        gateway.close();
        gateway = Gateway.bind(port, SHORT);
        open(Functions.of(GatewayTest::neverAnswer));

        assertThat(get(gateway.address().resolve("/")).statusCode()).isEqualTo(503);
    }

    @Test
    void tellsAFunctionItsTimeLeft() throws Exception {
        open(Functions.of((_, context) -> String.valueOf(context.getRemainingTimeInMillis())));

        String left = get(gateway.address().resolve("/")).body();

        assertThat(Integer.parseInt(left)).isBetween(1, (int) Functions.TIMEOUT.toMillis());
    }

    @ParameterizedTest
    @ValueSource(ints = {Gateway.BODY_BYTES_MAX, Gateway.BODY_BYTES_MAX + 1})
    void takesNoBodyAboveTheLimit(int bytes) throws Exception {
        open(Functions.answering("{\"statusCode\":200}"));

        HttpResponse<String> response = post(BodyPublishers.ofByteArray(new byte[bytes]));

        boolean within = bytes <= Gateway.BODY_BYTES_MAX;
        assertThat(response.statusCode()).isEqualTo(within ? 200 : 413);
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 10_300})
    void takesNoHeadersAboveTheLimit(int bytes) throws Exception {
        open(Functions.answering("{\"statusCode\":200}"));

        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(gateway.address().resolve("/"))
                                .header("x-long", "a".repeat(bytes))
                                .build());

        assertThat(response.statusCode()).isEqualTo(bytes < 10_240 ? 200 : 431);
    }

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() {
        assertThatThrownBy(() -> Gateway.bind(port))
                .isInstanceOf(BindException.class)
                .hasMessage(
                        "Port "
                                + port
                                + " is taken: end the program that uses it, or set LOCAL_PORT to"
                                + " a port with free ones up to 13 above it.");
    }

    private static String neverAnswer(String event, Context context) throws InterruptedException {
        new CountDownLatch(1).await();
        return event + context;
    }

    private void open(HostedFunction function) {
        gateway.open(
                new Routes(
                        List.of(
                                new Route("GET", "/", function),
                                new Route("POST", "/", function))));
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).build());
    }

    private HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(gateway.address().resolve("/")).POST(body).build());
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }
}
