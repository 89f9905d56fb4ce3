package dev.halftone.function.providerwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.fal.WebhookSigner;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingWorkQueue;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Protects: a callback wakes a poll if fal.ai signed it for us, byte for byte, and does nothing
 * else whatever it says.
 */
class CallbackTest {
    private static final String REQUEST_ID = "0c1e7d1a-0000-4000-8000-000000000001";
    private static final GenerationId GENERATION =
            new GenerationId("gen_0123456789abcdef0123456789abcdef");
    private static final String USER = "fal-user-1";
    private static final String KEYS = "/.well-known/jwks.json";
    private static final JsonMapper JSON = new JsonMapper();
    // The handler makes its application by class, so the ports wait for it here.
    private static final AtomicReference<ProviderWebhookPorts> PORTS = new AtomicReference<>();

    private final ScriptedServer server = new ScriptedServer();
    private final WebhookSigner fal = new WebhookSigner();
    private final RecordingWorkQueue queue = new RecordingWorkQueue();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final HandlerDriver driver = start();

    /** The function without its queue. */
    public static class InMemoryApplication extends ProviderWebhookApplication {
        @Override
        ProviderWebhookPorts ports(ProviderWebhookConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    private HandlerDriver start() {
        FixedSecrets secrets = new FixedSecrets(Map.of("/halftone/test/fal-user-id", USER));
        PORTS.set(new ProviderWebhookPorts(queue, secrets, clock));
        return HandlerDriver.start(
                Map.of(
                        "PROFILE", "halftone",
                        "PROVIDER_QUEUE_URL", "https://queue.example.org/provider",
                        "FAL_USER_ID_PARAMETER", "/halftone/test/fal-user-id",
                        "PROVIDER_PARAMETERS", "/halftone/test/providers/",
                        "PROVIDER_STAND_INS", "fal=" + server.base()),
                () -> new ProviderWebhookHandler(InMemoryApplication.class));
    }

    @BeforeEach
    void publishTheKey() {
        server.on("GET", KEYS, Answer.of(200, "{\"keys\":[" + fal.entry() + "]}"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fal-ok", "fal-error"})
    void wakesThePollOfItsGeneration(String event) {
        HttpAnswer answer = driver.http(signed(event));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(queue.sent())
                .containsExactly(
                        new RecordingWorkQueue.Sent(
                                WorkItem.callback(GENERATION, "fal", REQUEST_ID), Duration.ZERO));
    }

    @Test
    void readsABodyThatTheGatewayTookForBinary() {
        byte[] body = body("fal-ok");

        HttpAnswer answer = driver.http(signed("fal-ok").base64Body(body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(queue.sent()).hasSize(1);
    }

    @Test
    void verifiesTheBytesAndNotTheirMeaning() {
        String spaced = new String(body("fal-ok"), StandardCharsets.UTF_8).replace(":", ": ");

        assertRefused(signed("fal-ok").body(spaced));
        assertRefused(signed("fal-ok").base64Body(new byte[] {(byte) 0xff, 0}));
        assertRefused(signed("fal-ok").body(""));
    }

    @Test
    void refusesAnEnvelopeThatNobodySigned() {
        assertRefused(HttpEvent.read("provider-webhook", "fal-ok"));
    }

    @Test
    void refusesAStrangersSignatureAStrangersWorkAndAnOldCallback() {
        assertRefused(signed("fal-ok", new WebhookSigner(), USER, Samples.NOW));
        assertRefused(signed("fal-ok", fal, "fal-user-2", Samples.NOW));
        assertRefused(signed("fal-ok", fal, USER, Samples.NOW.minusSeconds(301)));
        assertRefused(signed("fal-ok", fal, USER, Samples.NOW.plusSeconds(301)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen_1",
                "gen_0123456789ABCDEF0123456789abcdef",
                "gen_0123456789abcdef0123456789abcdef\"",
                "../../etc"
            })
    void knowsNoGenerationOfAnotherForm(String id) {
        HttpAnswer answer = driver.http(signed("fal-ok").pathParameter("id", id));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_generation");
        assertThat(queue.sent()).isEmpty();
    }

    @Test
    void readsNoEndlessBody() {
        HttpAnswer answer = driver.http(signed("fal-ok").body("x".repeat(256 * 1024 + 1)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body_too_large");
    }

    @Test
    void asksFalToComeBackWhileTheQueueOrTheKeysAreOutOfReach() {
        server.on("GET", KEYS, Answer.of(503, "later"));
        assertThat(driver.http(signed("fal-ok")).status()).isEqualTo(503);

        publishTheKey();
        queue.setBroken(true);
        assertThat(driver.http(signed("fal-ok")).status()).isEqualTo(503);

        queue.setBroken(false);
        assertThat(driver.http(signed("fal-ok")).status()).isEqualTo(200);
    }

    /** The event is bytes to everything but us: nothing in it can take its place. */
    @Test
    void cannotBeReplacedByAHeaderOrAnArray() {
        String forged = new String(signed("fal-ok").bytes(), StandardCharsets.UTF_8);

        assertRefused(HttpEvent.read("provider-webhook", "fal-ok").header("payload", forged));
        assertRefused(HttpEvent.read("provider-webhook", "fal-ok").body("[" + forged + "]"));
    }

    private void assertRefused(HttpEvent event) {
        HttpAnswer answer = driver.http(event);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("invalid_signature");
        assertThat(queue.sent()).isEmpty();
    }

    private HttpEvent signed(String event) {
        return signed(event, fal, USER, Samples.NOW);
    }

    private static HttpEvent signed(String event, WebhookSigner signer, String user, Instant at) {
        HttpEvent signed = HttpEvent.read("provider-webhook", event);
        Map<String, String> headers = signer.headers(REQUEST_ID, user, at, body(event));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            signed = signed.header(header.getKey(), header.getValue());
        }
        return signed;
    }

    private static byte[] body(String event) {
        ObjectNode root =
                (ObjectNode) JSON.readTree(EventFile.read("provider-webhook", event).text());
        return root.get("body").asString().getBytes(StandardCharsets.UTF_8);
    }
}
