package dev.halftone.function.providerwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.dreammachine.CallbackWord;
import dev.halftone.providers.hedra.HedraSigner;
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

/**
 * Protects: a callback that proves nothing about our work is a hint. It brings no id that anybody
 * would believe, and somebody who does not know its address or its key wakes nobody.
 */
class HintTest {
    private static final GenerationId GENERATION =
            new GenerationId("gen_0123456789abcdef0123456789abcdef");
    private static final String JOB = "job_7b00000000000000000000000001";
    private static final String LUMA_KEY = "luma-key";
    // The handler makes its application by class, so the ports wait for it here.
    private static final AtomicReference<ProviderWebhookPorts> PORTS = new AtomicReference<>();

    private final ScriptedServer server = new ScriptedServer();
    private final HedraSigner hedra = new HedraSigner();
    private final RecordingWorkQueue queue = new RecordingWorkQueue();
    private final HandlerDriver driver = start();

    /** The function without its queue. */
    public static class InMemoryApplication extends ProviderWebhookApplication {
        @Override
        ProviderWebhookPorts ports(ProviderWebhookConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    private HandlerDriver start() {
        FixedSecrets secrets =
                new FixedSecrets(Map.of("/halftone/test/providers/dream-machine", LUMA_KEY));
        PORTS.set(new ProviderWebhookPorts(queue, secrets, new MutableClock(Samples.NOW)));
        return HandlerDriver.start(
                Map.of(
                        "PROFILE", "halftone",
                        "PROVIDER_QUEUE_URL", "https://queue.example.org/provider",
                        "FAL_USER_ID_PARAMETER", "/halftone/test/fal-user-id",
                        "PROVIDER_PARAMETERS", "/halftone/test/providers/",
                        "PROVIDER_STAND_INS", "hedra=" + server.base()),
                () -> new ProviderWebhookHandler(InMemoryApplication.class));
    }

    @BeforeEach
    void publishTheKey() {
        server.on("GET", "/webhooks/public-key", Answer.of(200, hedra.published()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void looksForOurOwnJobWhenHedraSignsThatSomeJobHasEnded() {
        assertThat(driver.http(hedraEvent(hedra, Samples.NOW)).status()).isEqualTo(200);

        assertThat(queue.sent()).containsExactly(hint());
    }

    @Test
    void refusesWhatHedraDidNotSignNow() {
        assertThat(driver.http(hedraEvent(new HedraSigner(), Samples.NOW)).status()).isEqualTo(401);
        assertThat(driver.http(hedraEvent(hedra, Samples.NOW.minusSeconds(400))).status())
                .isEqualTo(401);
        assertThat(queue.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "failed"})
    void looksForTheEndOfWhichLumaSpeaks(String state) {
        assertThat(driver.http(luma(word(GENERATION)).bodyField("state", state)).status())
                .isEqualTo(200);

        assertThat(queue.sent()).containsExactly(hint());
    }

    @Test
    void looksForNothingWhileLumaStillDreams() {
        assertThat(driver.http(luma(word(GENERATION)).bodyField("state", "dreaming")).status())
                .isEqualTo(200);

        assertThat(queue.sent()).isEmpty();
    }

    @Test
    void refusesAnAddressThatOnlySomebodyElseCouldKnow() {
        assertThat(driver.http(luma(word(Samples.generationId(2)))).status()).isEqualTo(401);
        assertThat(driver.http(luma("0".repeat(32))).status()).isEqualTo(401);
        assertThat(queue.sent()).isEmpty();
    }

    private static RecordingWorkQueue.Sent hint() {
        return new RecordingWorkQueue.Sent(WorkItem.hint(GENERATION), Duration.ZERO);
    }

    private static String word(GenerationId generation) {
        return CallbackWord.of(new SecretText(LUMA_KEY), generation);
    }

    private static HttpEvent luma(String token) {
        return HttpEvent.read("provider-webhook", "dream-machine-completed")
                .pathParameter("token", token);
    }

    private static HttpEvent hedraEvent(HedraSigner signer, Instant at) {
        String body = "{\"job_id\":\"" + JOB + "\",\"status\":\"COMPLETED\"}";
        HttpEvent event = HttpEvent.read("provider-webhook", "hedra-completed").body(body);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (Map.Entry<String, String> header : signer.headers(JOB, false, at, bytes).entrySet()) {
            event = event.header(header.getKey(), header.getValue());
        }
        return event;
    }
}
