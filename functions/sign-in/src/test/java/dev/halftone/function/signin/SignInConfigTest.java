package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Secrets;
import dev.halftone.core.profile.SignInWays;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.lambda.WayAddresses;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.SignInSamples;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInConfigTest {

    private static final Map<String, String> COMPLETE =
            Map.ofEntries(
                    Map.entry("SESSIONS_TABLE", "sessions"),
                    Map.entry("INSIGHT_TABLE", "insight"),
                    Map.entry("ACCOUNTS_TABLE", "accounts"),
                    Map.entry("LEDGER_TABLE", "ledger"),
                    Map.entry("PROFILE", "halftone"),
                    Map.entry("PUBLIC_URL_PARAMETER", "/public-url"),
                    Map.entry("SIGNING_KEY_PARAMETER", "/signing-key"),
                    Map.entry("SIGN_IN_PARAMETERS", "/sign-in/"),
                    Map.entry("SIGN_IN_STAND_INS", ""),
                    Map.entry("MAIL_SENDER", "no-reply@halftone.example"),
                    Map.entry("OPERATOR_MAIL", "privacy@halftone.example"),
                    Map.entry("COOKIE_PREFIX", "__Host-"));

    @Test
    void readsEveryVariable() {
        Environment environment = Environment.of(COMPLETE);

        SignInConfig config = SignInConfig.from(environment);

        assertThat(config)
                .isEqualTo(
                        new SignInConfig(
                                "sessions",
                                "insight",
                                "accounts",
                                "ledger",
                                "halftone",
                                "/public-url",
                                "/signing-key",
                                new WayAddresses("/sign-in/", Map.of()),
                                "no-reply@halftone.example",
                                "privacy@halftone.example",
                                "__Host-"));
        assertThat(environment.keysRead()).isEqualTo(SignInConfig.KEYS);
    }

    @Test
    void namesEveryMissingVariableAtOnce() {
        assertThatThrownBy(() -> SignInConfig.from(Environment.of(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .contains(
                        SignInConfig.KEYS.stream()
                                .filter(key -> !key.equals("SIGN_IN_STAND_INS"))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "https://studio.example.org,https://studio.example.org",
        "https://studio.example.org/,https://studio.example.org",
        "http://localhost:8080,http://localhost:8080"
    })
    void returnsFromTheProviderToThePublicAddress(String stored, String origin) {
        assertThat(publicUrl(stored, Map.of()).callback("google"))
                .isEqualTo(URI.create(origin + "/v1/auth/google/callback"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://studio.example.org",
                "http://127.0.0.1:8080",
                "http://localhost.evil.example",
                "ftp://localhost"
            })
    void refusesAPublicAddressThatBrowsersReachUnencrypted(String stored) {
        PublicUrl publicUrl = publicUrl(stored, Map.of());

        assertThatThrownBy(publicUrl::get).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"COOKIE_PREFIX,''", "SIGN_IN_STAND_INS,google=http://127.0.0.1:8090/google"})
    void allowsConveniencesOnLocalhostOnly(String variable, String value) {
        Map<String, String> convenience = Map.of(variable, value);
        PublicUrl deployed = publicUrl("https://studio.example.org", convenience);

        assertThat(publicUrl("http://localhost:8080", convenience).get()).hasHost("localhost");
        assertThatThrownBy(deployed::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(variable);
    }

    // A deployment with the profile as it is shipped says so, and does not look like one that
    // works.
    @Test
    void allowsTheClientsOfTheSandboxOnLocalhostOnly() {
        SignInWays shipped = ProfileReader.read("halftone").signIn();
        PublicUrl deployed = publicUrl("https://studio.example.org", Map.of(), shipped);

        assertThat(publicUrl("http://localhost:8080", Map.of(), shipped).get())
                .hasHost("localhost");
        assertThatThrownBy(deployed::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signIn");
    }

    @Test
    void signsNobodyInWithAnUnprotectedCookieOverHttps() {
        try (Deployment deployment =
                Deployment.at("https://studio.example.org", Map.of("COOKIE_PREFIX", ""))) {
            HttpAnswer started = deployment.browser().start("/");
            HttpAnswer returned = deployment.browser().comeBack(Map.of("state", "s"));

            assertThat(started.status()).isEqualTo(500);
            assertThat(returned.status()).isEqualTo(500);
            assertThat(started.cookies()).isEmpty();
        }
    }

    @Test
    void dropsThePrefixOnLocalhostForBrowsersThatRefuseSecureCookiesThere() {
        try (Deployment deployment = Deployment.at(Deployment.LOCAL, Map.of("COOKIE_PREFIX", ""))) {
            BrowserAt browser = deployment.browser();

            HttpAnswer answer = browser.signIn();

            assertThat(browser.cookies).containsOnlyKeys("session");
            assertThat(answer.cookies()).noneMatch(cookie -> cookie.contains("Secure"));
            assertThat(browser.me().json().get("user").get("id").asString()).isNotBlank();
        }
    }

    private static PublicUrl publicUrl(String stored, Map<String, String> overrides) {
        return publicUrl(stored, overrides, SignInSamples.ways());
    }

    private static PublicUrl publicUrl(
            String stored, Map<String, String> overrides, SignInWays ways) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.putAll(overrides);
        Secrets secrets = new FixedSecrets(Map.of("/public-url", stored));
        return new PublicUrl(secrets, SignInConfig.from(Environment.of(variables)), ways);
    }
}
