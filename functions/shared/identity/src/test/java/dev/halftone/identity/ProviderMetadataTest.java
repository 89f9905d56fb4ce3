package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.SecretText;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderMetadataTest {

    private static final URI ISSUER = URI.create("https://accounts.google.com");
    private static final String GENUINE =
            """
            {"issuer": "https://accounts.google.com",
             "authorization_endpoint": "https://accounts.google.com/o/oauth2/v2/auth",
             "token_endpoint": "https://oauth2.googleapis.com/token",
             "jwks_uri": "https://www.googleapis.com/oauth2/v3/certs",
             "scopes_supported": ["openid"]}
            """;

    @Test
    void readsWhatTheFlowNeeds() {
        assertThat(ProviderMetadata.parse(ISSUER, GENUINE))
                .contains(
                        new ProviderMetadata(
                                URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                                URI.create("https://oauth2.googleapis.com/token"),
                                URI.create("https://www.googleapis.com/oauth2/v3/certs")));
    }

    @Test
    void refusesTheDocumentOfAnotherIssuer() {
        URI other = URI.create("https://accounts.example.org");

        assertThat(ProviderMetadata.parse(other, GENUINE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://oauth2.googleapis.com/token",
                "http://127.0.0.1/token",
                "https://user@oauth2.googleapis.com/token",
                "file:///etc/passwd",
                "/token",
                "https:///token",
                "not an address"
            })
    void refusesToCall(String tokenEndpoint) {
        String document = GENUINE.replace("https://oauth2.googleapis.com/token", tokenEndpoint);

        assertThat(ProviderMetadata.parse(ISSUER, document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"issuer\": 7}", "<html>"})
    void refusesWhatIsNoDocument(String document) {
        assertThat(ProviderMetadata.parse(ISSUER, document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://accounts.google.com",
                "http://127.0.0.1.evil.example",
                "http://localhost@evil.example",
                "https://accounts.google.com?a=b",
                "accounts.google.com"
            })
    void neverRegistersWithAnUnsafeIssuer(String issuer) {
        assertThatThrownBy(
                        () ->
                                new ClientRegistration(
                                        "google",
                                        URI.create(issuer),
                                        "client",
                                        () -> new SecretText("secret")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverRegistersWithoutAClientId() {
        assertThatThrownBy(
                        () ->
                                new ClientRegistration(
                                        "google", ISSUER, " ", () -> new SecretText("secret")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
