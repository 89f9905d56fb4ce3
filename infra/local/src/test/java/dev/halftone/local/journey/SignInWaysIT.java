package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Protects: whoever starts the studio can come in by every way that its profile names. */
class SignInWaysIT {
    private final Visitor visitor = Visitor.nobody();
    private final String address = "visitor-" + UUID.randomUUID() + "@example.org";

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void comesByACode(String way) {
        assertThat(visitor.signInOnce(way, address)).hasPath("/").hasNoQuery();

        isIn(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "firebase"})
    void comesByATokenOfTheProvidersScript(String way) {
        exchange(way, "sign-in");

        isIn(way);
    }

    // The nonce comes from us, goes through the provider and is asked for again.
    @Test
    void comesByGooglesPrompt() {
        String nonce = visitor.get("/v1/auth/google/one-tap").body().get("nonce").asString();
        String token = visitor.pageToken("google", person(Map.of("nonce", nonce)));

        assertThat(visitor.post("/v1/auth/google/one-tap", Map.of("credential", token)).code())
                .isEqualTo(204);

        isIn("google");
    }

    // A further way of the profile would be one that nobody has tried.
    @Test
    void knowsEveryWayOfTheProfile() {
        assertThat(visitor.get("/v1/auth/options").body().get("methods").findValuesAsString("id"))
                .containsExactly("google", "github", "clerk", "firebase");
    }

    @Test
    void comesIntoOneAccountByAllWaysThatWereLinked() {
        visitor.signInOnce("google", address);
        exchange("clerk", "link");
        exchange("firebase", "link");
        String me = user().get("id").asString();

        Visitor elsewhere = Visitor.nobody();
        exchange(elsewhere, "firebase", "sign-in");

        assertThat(visitor.get("/v1/me/identities").body().get("identities")).hasSize(3);
        assertThat(elsewhere.get("/v1/me").body().get("user").get("id").asString()).isEqualTo(me);
    }

    private void exchange(String way, String purpose) {
        exchange(visitor, way, purpose);
    }

    private void exchange(Visitor who, String way, String purpose) {
        String token = who.pageToken(way, person(Map.of()));
        Map<String, String> body = Map.of("token", token, "purpose", purpose);
        assertThat(who.post("/v1/auth/" + way + "/exchange", body).code()).isEqualTo(204);
    }

    private Map<String, String> person(Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.putAll(
                Map.of(
                        "person", "typed",
                        "name", "Vera Visitor",
                        "email", address,
                        "client_id", "halftone-local"));
        return form;
    }

    private void isIn(String way) {
        assertThat(user().get("email").asString()).isEqualTo(address);
        assertThat(visitor.get("/v1/me").body().get("way").asString()).isEqualTo(way);
    }

    private JsonNode user() {
        return visitor.get("/v1/me").body().get("user");
    }
}
