package dev.halftone.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Language;
import dev.halftone.core.mail.Letter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Goal: SES is sent what its API takes, and its refusals become failures that callers know. */
final class SesMailTest {

    private static final Email READER = new Email("ada@example.org");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int statusCode = 200;
    private volatile String answer = "{\"MessageId\":\"1\"}";
    private HttpServer server;
    private SesV2Client client;
    private SesMail mail;

    @BeforeEach
    void startStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        System.setProperty(
                "aws.endpointUrlSesV2", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        client = SesClients.create();
        mail = new SesMail(client, new Email("no-reply@halftone.example"), "Halftone");
    }

    @AfterEach
    void stopStub() {
        client.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestURI().getPath() + " " + body);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(statusCode, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void sendsOneLetterToOneReaderInBothForms() {
        mail.send(READER, Language.DE, new Letter.SessionsEnded());

        assertThat(requests)
                .singleElement()
                .asString()
                .startsWith("/v2/email/outbound-emails ")
                .contains("\"ToAddresses\":[\"ada@example.org\"]")
                .contains("=?UTF-8?B?SGFsZnRvbmU=?= <no-reply@halftone.example>")
                .contains("\"Text\":", "\"Html\":", "Halftone abgemeldet");
    }

    @Test
    void failsForNowWhileTheServiceIsDown() {
        statusCode = 500;
        answer = "{}";

        assertThatThrownBy(() -> mail.send(READER, Language.EN, new Letter.AddressInUse()))
                .isInstanceOf(TransientFailure.class);
        assertThat(requests).hasSize(2);
    }

    @Test
    void failsForGoodWhenALetterIsRefused() {
        statusCode = 400;
        answer = "{\"__type\":\"MessageRejected\",\"message\":\"Address is not verified\"}";

        assertThatThrownBy(() -> mail.send(READER, Language.EN, new Letter.AddressInUse()))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageNotContaining("ada@example.org");
    }

    @Test
    void warmsItselfWithoutALetterThatAnybodyCouldRead() {
        statusCode = 400;
        answer = "{\"__type\":\"BadRequestException\"}";

        mail.prime();

        assertThat(requests).singleElement().asString().doesNotContain("ToAddresses");
    }
}
