package dev.halftone.providers.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: Google is told who we are in the form of its protocols, and our key to nobody. */
class AccessTokensTest {

    private static final String TOKEN = "/token";
    private static final String IMPERSONATION =
            "/v1/projects/-/serviceAccounts/studio@project-1.iam.gserviceaccount.com"
                    + ":generateAccessToken";
    private static final URI HERE = URI.create("http://localhost:8080");

    private final ScriptedServer server = new ScriptedServer();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final AtomicReference<SecretText> credential =
            new AtomicReference<>(Credentials.serviceAccount(server.base().resolve(TOKEN)));
    private final AccessTokens tokens = tokens(HERE);

    private AccessTokens tokens(URI publicUrl) {
        return new AccessTokens(
                new VertexProvider.Identity(credential::get, Credentials.ROLE),
                new TokenEndpoints(() -> publicUrl),
                clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** RFC 7523, and Google's page on service accounts. */
    @Test
    void signsWhoItIsForTheTokenDesk() throws Exception {
        gives("first");

        assertThat(tokens.current().value().reveal()).isEqualTo("first");

        Map<String, String> form = form();
        assertThat(form.get("grant_type")).isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
        String[] parts = Objects.requireNonNull(form.get("assertion")).split("\\.");
        assertThat(json(parts[0]))
                .isEqualTo(tree("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"key-1\"}"));
        JsonNode claims = json(parts[1]);
        assertThat(claims.path("iss").asString())
                .isEqualTo("studio@project-1.iam.gserviceaccount.com");
        assertThat(claims.path("aud").asString())
                .isEqualTo(server.base().resolve(TOKEN).toString());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
        assertThat(isSigned(parts)).isTrue();
    }

    @Test
    void keepsATokenUntilFiveMinutesBeforeItEnds() {
        gives("first");
        tokens.current();
        gives("second");

        clock.advance(Duration.ofSeconds(3599).minusMinutes(5).minusSeconds(1));
        assertThat(tokens.current().value().reveal()).isEqualTo("first");
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.current().value().reveal()).isEqualTo("second");
    }

    @Test
    void keepsNoTokenOfACredentialThatWasReplaced() {
        gives("first");
        tokens.current();
        gives("second");

        credential.set(Credentials.federation(server.base().resolve(TOKEN), null));

        assertThat(tokens.current().value().reveal()).isEqualTo("second");
    }

    @Test
    void keepsNoTokenThatWasRefused() {
        gives("first");
        tokens.current();
        gives("second");

        tokens.forget();

        assertThat(tokens.current().value().reveal()).isEqualTo("second");
    }

    /** RFC 8693 with a request that AWS signed, as cloud.google.com/iam describes it. */
    @Test
    void exchangesTheRoleOfThisFunctionForAToken() {
        credential.set(Credentials.federation(server.base().resolve(TOKEN), null));
        gives("federated");

        assertThat(tokens.current().value().reveal()).isEqualTo("federated");

        Map<String, String> form = form();
        assertThat(form)
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                .containsEntry("audience", Credentials.AUDIENCE)
                .containsEntry("scope", "https://www.googleapis.com/auth/cloud-platform")
                .containsEntry(
                        "requested_token_type", "urn:ietf:params:oauth:token-type:access_token")
                .containsEntry("subject_token_type", "urn:ietf:params:aws:token-type:aws4_request");
        JsonNode subject = tree(decoded(Objects.requireNonNull(form.get("subject_token"))));
        assertThat(subject.path("method").asString()).isEqualTo("POST");
        assertThat(subject.path("url").asString()).contains("Action=GetCallerIdentity");
        assertThat(
                        subject.path("headers")
                                .valueStream()
                                .collect(
                                        Collectors.toMap(
                                                each -> each.path("key").asString(),
                                                each -> each.path("value").asString())))
                .containsEntry("x-goog-cloud-target-resource", Credentials.AUDIENCE)
                .containsKey("Authorization");
    }

    @Test
    void actsForAServiceAccountIfTheFederationSaysSo() {
        credential.set(
                Credentials.federation(
                        server.base().resolve(TOKEN), server.base().resolve(IMPERSONATION)));
        gives("federated");
        server.on(
                "POST",
                IMPERSONATION,
                Answer.of(
                        200,
                        "{\"accessToken\":\"acting\",\"expireTime\":\"2026-11-02T13:00:00Z\"}"));

        AccessToken token = tokens.current();

        assertThat(token.value().reveal()).isEqualTo("acting");
        assertThat(token.expiresAt()).isEqualTo(Samples.NOW.plus(Duration.ofHours(1)));
        assertThat(server.calls().getLast().headers().get("authorization"))
                .isEqualTo("Bearer federated");
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_grant", "401, invalid_client", "403, access_denied"})
    void saysThatTheCredentialIsNotAccepted(int code, String word) {
        server.on("POST", TOKEN, Answer.of(code, "{\"error\":\"" + word + "\"}"));

        assertThatThrownBy(tokens::current)
                .isInstanceOf(PermanentFailure.class)
                .message()
                .contains("vertex", "not accepted", word);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void comesAgainToADeskThatIsClosed(int code) {
        server.on("POST", TOKEN, Answer.of(code, "{}"));

        assertThatThrownBy(tokens::current).isInstanceOf(TransientFailure.class);
    }

    /** A lease on the work depends on how long this may take. */
    @Test
    void waitsForAnotherCallsTokenOnlySoLong() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        AccessTokens shared =
                new AccessTokens(
                        new VertexProvider.Identity(
                                () -> {
                                    reading.countDown();
                                    awaited(enough);
                                    return credential.get();
                                },
                                Credentials.ROLE),
                        new TokenEndpoints(() -> HERE),
                        clock,
                        Duration.ofMillis(20));
        gives("late");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<AccessToken> first = threads.submit(shared::current);
            reading.await();

            assertThatThrownBy(shared::current)
                    .isInstanceOf(TransientFailure.class)
                    .hasMessageContaining("no token in time");

            enough.countDown();
            assertThat(first.get().value().reveal()).isEqualTo("late");
        }
    }

    /** Whatever a credential says: what proves who we are goes to Google alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/token",
                "https://googleapis.com.example.org/token",
                "http://oauth2.googleapis.com/token",
                "http://127.0.0.1:9/token",
                "https://10.0.0.1/token"
            })
    void takesNoProofToAnAddressThatIsNotGoogles(String address) {
        credential.set(Credentials.serviceAccount(URI.create(address)));

        assertThatThrownBy(() -> tokens(URI.create("https://halftone.example")).current())
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("not Google's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "{\"type\":\"authorized_user\"}",
                "{\"type\":\"service_account\"}",
                "{\"type\":\"external_account\",\"subject_token_type\":\"other\"}"
            })
    void namesACredentialThatIsNoneWithoutShowingIt(String text) {
        credential.set(new SecretText(text));

        assertThatThrownBy(tokens::current)
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("vertex: the credential");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void gives(String token) {
        server.on(
                "POST",
                TOKEN,
                Answer.of(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3599}"));
    }

    private Map<String, String> form() {
        return Arrays.stream(server.calls().getLast().body().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
    }

    private static boolean isSigned(String[] parts) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(Credentials.KEYS.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonNode json(String base64) {
        return tree(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
