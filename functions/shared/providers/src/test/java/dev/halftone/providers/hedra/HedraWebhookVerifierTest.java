package dev.halftone.providers.hedra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.hedra.HedraWebhookVerifier.VerifyOutcome;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: only Hedra, and only now, can wake a poll. */
class HedraWebhookVerifierTest {

    private static final String JOB = "job_7b00000000000000000000000001";
    private static final String KEY = "/webhooks/public-key";
    private static final byte[] BODY =
            "{\"job_id\":\"%s\",\"status\":\"COMPLETED\"}"
                    .formatted(JOB)
                    .getBytes(StandardCharsets.UTF_8);

    private final ScriptedServer server = new ScriptedServer();
    private final HedraSigner hedra = new HedraSigner();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final HedraWebhookVerifier verifier = new HedraWebhookVerifier(server.base(), clock);

    @BeforeEach
    void publish() {
        publish(hedra);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void believesHedraHoweverOftenItCalls(boolean again) {
        assertThat(verify(hedra.headers(JOB, again, Samples.NOW, BODY)))
                .isInstanceOf(VerifyOutcome.Genuine.class);
    }

    @Test
    void refusesABodyOfWhichOneByteDiffers() {
        byte[] altered = BODY.clone();
        altered[altered.length - 2] ^= 1;

        assertThat(verifier.verify(signed(), altered)).isInstanceOf(VerifyOutcome.Refused.class);
    }

    @Test
    void refusesAnybodyElse() {
        assertThat(verify(new HedraSigner().headers(JOB, false, Samples.NOW, BODY)))
                .isInstanceOf(VerifyOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-hedra-webhook-id",
                "x-hedra-webhook-timestamp",
                "x-hedra-webhook-event",
                "x-hedra-webhook-redelivery",
                "x-hedra-webhook-signature"
            })
    void refusesWhatLacksAHeaderOrHasAnotherOne(String header) {
        Map<String, String> without = signed();
        without.remove(header);
        Map<String, String> other = signed();
        other.put(header, header.endsWith("timestamp") ? "1793620801" : "job.failed");

        assertThat(verify(without)).isInstanceOf(VerifyOutcome.Refused.class);
        assertThat(verify(other)).isInstanceOf(VerifyOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void refusesWhatIsOldOrFromTheFuture(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(verify(signed())).isInstanceOf(VerifyOutcome.Refused.class);
    }

    @Test
    void refusesABodyAboutAnotherJobThanItsHeader() {
        Map<String, String> headers = hedra.headers("job_other", false, Samples.NOW, BODY);

        assertThat(verify(headers)).isInstanceOf(VerifyOutcome.Refused.class);
    }

    @Test
    void keepsTheKeyAndFetchesAnotherOnceItHasChanged() {
        verify(signed());
        verify(signed());
        assertThat(server.calls()).hasSize(1);

        HedraSigner next = new HedraSigner();
        publish(next);
        clock.advance(Duration.ofMinutes(2));

        assertThat(verify(next.headers(JOB, false, clock.instant(), BODY)))
                .isInstanceOf(VerifyOutcome.Genuine.class);
        assertThat(server.calls()).hasSize(2);
    }

    /** Or else anybody could make us ask without end. */
    @Test
    void fetchesNoKeyForEachForgery() {
        for (int forgery = 0; forgery < 20; forgery++) {
            verify(new HedraSigner().headers(JOB, false, Samples.NOW, BODY));
        }

        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void saysWhenTheKeyIsOutOfReach() {
        server.on("GET", KEY, Answer.of(503, "{}"));

        assertThatThrownBy(() -> verify(signed())).isInstanceOf(TransientFailure.class);
    }

    private Map<String, String> signed() {
        return hedra.headers(JOB, false, Samples.NOW, BODY);
    }

    private VerifyOutcome verify(Map<String, String> headers) {
        return verifier.verify(headers, BODY);
    }

    private void publish(HedraSigner signer) {
        server.on("GET", KEY, Answer.of(200, signer.published()));
    }
}
