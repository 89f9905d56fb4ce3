package dev.halftone.providers.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.fal.FalWebhookVerifier.VerifyOutcome;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: only fal.ai, only about our own work, and only now, can wake a poll. */
class FalWebhookVerifierTest {

    private static final String ID = "0c1e7d1a-0000-4000-8000-000000000001";
    private static final String USER = "fal-user-1";
    private static final String KEYS = "/.well-known/jwks.json";
    private static final byte[] BODY =
            Recorded.text("callback-ok").getBytes(StandardCharsets.UTF_8);

    private final ScriptedServer server = new ScriptedServer();
    private final WebhookSigner fal = new WebhookSigner();
    private final WebhookSigner stranger = new WebhookSigner();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final FalWebhookVerifier verifier =
            new FalWebhookVerifier(
                    server.base().resolve(KEYS), () -> new SecretText(USER + "\n"), clock);

    @BeforeEach
    void publish() {
        publish(fal);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void believesFal() {
        assertThat(verifier.verify(signed(), BODY)).isEqualTo(new VerifyOutcome.Genuine(ID));
    }

    @Test
    void triesEveryKey() {
        publish(new WebhookSigner(), new WebhookSigner(), fal);

        assertThat(verifier.verify(signed(), BODY)).isInstanceOf(VerifyOutcome.Genuine.class);
    }

    @Test
    void skipsKeysOfOtherKindsAndBrokenOnes() {
        server.on(
                "GET",
                KEYS,
                Answer.of(
                        200,
                        """
                        {"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}, {},
                                  {"kty": "OKP", "crv": "Ed25519", "x": "AAAA"},
                                  {"kty": "OKP", "crv": "X25519", "x": "AAAA"}, %s]}
                        """
                                .formatted(fal.entry())));

        assertThat(verifier.verify(signed(), BODY)).isInstanceOf(VerifyOutcome.Genuine.class);
    }

    @Test
    void refusesABodyOfWhichOneByteDiffers() {
        for (int index = 0; index < BODY.length; index += 7) {
            byte[] tampered = BODY.clone();
            tampered[index] ^= 1;

            assertThat(verifier.verify(signed(), tampered))
                    .isInstanceOf(VerifyOutcome.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 86_400})
    void refusesAnotherTime(long seconds) {
        Map<String, String> headers = fal.headers(ID, USER, Samples.NOW.plusSeconds(seconds), BODY);

        assertThat(verifier.verify(headers, BODY)).isInstanceOf(VerifyOutcome.Refused.class);
        assertThat(server.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void allowsClocksToDiffer(long seconds) {
        Map<String, String> headers = fal.headers(ID, USER, Samples.NOW.plusSeconds(seconds), BODY);

        assertThat(verifier.verify(headers, BODY)).isInstanceOf(VerifyOutcome.Genuine.class);
    }

    @Test
    void refusesAStrangersKey() {
        Map<String, String> headers = stranger.headers(ID, USER, Samples.NOW, BODY);

        assertThat(verifier.verify(headers, BODY)).isInstanceOf(VerifyOutcome.Refused.class);
    }

    @Test
    void refusesWhatFalSignedForAnotherCustomer() {
        Map<String, String> headers = fal.headers(ID, "fal-user-2", Samples.NOW, BODY);

        assertThat(verifier.verify(headers, BODY))
                .isEqualTo(new VerifyOutcome.Refused("signed for another user"));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void refusesAHeaderThatNamesAnotherRequestThanTheBody() {
        Map<String, String> headers = fal.headers("another-request", USER, Samples.NOW, BODY);

        assertThat(verifier.verify(headers, BODY))
                .isEqualTo(new VerifyOutcome.Refused("header and body name different requests"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-fal-webhook-request-id",
                "x-fal-webhook-user-id",
                "x-fal-webhook-timestamp",
                "x-fal-webhook-signature"
            })
    void refusesWithoutOneOfTheHeaders(String name) {
        Map<String, String> without = signed();
        without.remove(name);
        Map<String, String> empty = signed();
        empty.put(name, "");
        Map<String, String> odd = signed();
        odd.put(name, odd.get(name) + "\n");

        assertThat(List.of(without, empty, odd))
                .allSatisfy(
                        headers ->
                                assertThat(verifier.verify(headers, BODY))
                                        .isInstanceOf(VerifyOutcome.Refused.class));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void refusesASignatureThatIsNone() {
        Map<String, String> headers = signed();
        for (String text : List.of("00".repeat(64), "ff".repeat(64), "zz".repeat(64), "ab")) {
            headers.put("x-fal-webhook-signature", text);

            assertThat(verifier.verify(headers, BODY)).isInstanceOf(VerifyOutcome.Refused.class);
        }
    }

    @Test
    void keepsTheKeysForADay() {
        verifier.verify(signed(), BODY);
        clock.advance(Duration.ofHours(23));
        verifier.verify(signedNow(fal), BODY);
        assertThat(server.calls()).hasSize(1);

        clock.advance(Duration.ofHours(1));
        verifier.verify(signedNow(fal), BODY);
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void fetchesAgainWhenTheKeysWereRotated() {
        verifier.verify(signed(), BODY);
        publish(stranger);
        clock.advance(Duration.ofMinutes(5));

        assertThat(verifier.verify(signedNow(stranger), BODY))
                .isInstanceOf(VerifyOutcome.Genuine.class);
        assertThat(verifier.verify(signedNow(fal), BODY)).isInstanceOf(VerifyOutcome.Refused.class);
    }

    @Test
    void fetchesOnceAMinuteHoweverManyForgeriesCome() {
        for (int forgery = 0; forgery < 50; forgery++) {
            verifier.verify(signedNow(stranger), BODY);
            clock.advance(Duration.ofSeconds(3));
        }

        assertThat(server.calls()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void believesNobodyWhileTheKeysAreOutOfReach() {
        server.on("GET", KEYS, Answer.of(503, "later"));
        assertThatThrownBy(() -> verifier.verify(signed(), BODY))
                .isInstanceOf(TransientFailure.class);

        server.on("GET", KEYS, Answer.of(200, "{\"keys\":[]}"));
        assertThatThrownBy(() -> verifier.verify(signed(), BODY))
                .isInstanceOf(TransientFailure.class);
    }

    private void publish(WebhookSigner... signers) {
        String entries = String.join(",", List.of(signers).stream().map(s -> s.entry()).toList());
        server.on("GET", KEYS, Answer.of(200, "{\"keys\":[" + entries + "]}"));
    }

    private Map<String, String> signed() {
        return fal.headers(ID, USER, Samples.NOW, BODY);
    }

    private Map<String, String> signedNow(WebhookSigner signer) {
        return signer.headers(ID, USER, clock.instant(), BODY);
    }
}
