package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Protects: the sandbox begins a film as Vertex AI does, and its last answer is the film. */
final class VeoTest {

    private static final String NAME =
            "projects/project-1/locations/us-central1/publishers/google/models/"
                    + "veo-3.1-generate-001";
    private static final String ORDER =
            """
            {"instances":[{"prompt":"%s"}],
             "parameters":{"sampleCount":1,"durationSeconds":4,"aspectRatio":"16:9",
               "resolution":"720p","generateAudio":false}}
            """;
    private static final KeyPair KEYS = keys();

    @TempDir private Path state;
    private TestSandbox world;
    private String token;

    @BeforeEach
    void start() throws Exception {
        world =
                new TestSandbox(
                        state,
                        Map.of(
                                "/halftone/local/sign-in/google",
                                TestSandbox.SECRET,
                                "/halftone/local/providers/fal",
                                "id:secret",
                                "/halftone/local/fal-user-id",
                                "user-1",
                                "/halftone/local/providers/vertex-veo",
                                TestSandbox.JSON.writeValueAsString(
                                        Map.of(
                                                "project_id", "project-1",
                                                "client_email", "a@example.org",
                                                "private_key",
                                                        Base64.getEncoder()
                                                                .encodeToString(
                                                                        KEYS.getPrivate()
                                                                                .getEncoded())))));
        token = token();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void tellsThatItIsAtWorkAndThenIsTheFilm() throws Exception {
        String operation = begun("A quay");

        assertThat(asked(operation).has("done")).isFalse();
        world.clock.turn(Duration.ofMinutes(1));
        JsonNode done = asked(operation);

        assertThat(done.path("done").asBoolean()).isTrue();
        byte[] film =
                Base64.getDecoder()
                        .decode(done.at("/response/videos/0/bytesBase64Encoded").asString());
        assertThat(new String(film, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void filtersWithASuccessAndFailsWithACode() throws Exception {
        String filtered = begun("A quay [moderation]");
        String failed = begun("A quay [fail]");
        world.clock.turn(Duration.ofMinutes(1));

        assertThat(asked(filtered).at("/response/raiMediaFilteredCount").asInt()).isEqualTo(1);
        assertThat(asked(failed).at("/error/code").asInt()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"durationSeconds\":5",
                "\"aspectRatio\":\"1:1\"",
                "\"resolution\":\"480p\"",
                "\"generateAudio\":\"no\"",
                "\"fps\":24"
            })
    void refusesWhatNoModelFilms(String parameter) throws Exception {
        String order =
                "{\"instances\":[{\"prompt\":\"A quay\"}],\"parameters\":{\"generateAudio\":false,"
                        + parameter
                        + "}}";

        assertThat(call(":predictLongRunning", order).statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoWorkOfAnotherModel() throws Exception {
        String operation = begun("A quay").replace("veo-3.1-generate", "veo-3.1-fast-generate");

        assertThat(call(":fetchPredictOperation", question(operation)).statusCode()).isEqualTo(404);
    }

    private String begun(String prompt) throws Exception {
        HttpResponse<byte[]> answer = call(":predictLongRunning", ORDER.formatted(prompt));
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestSandbox.json(answer).path("name").asString();
    }

    private JsonNode asked(String operation) throws Exception {
        return TestSandbox.json(call(":fetchPredictOperation", question(operation)));
    }

    private static String question(String operation) {
        return TestSandbox.JSON.writeValueAsString(Map.of("operationName", operation));
    }

    private HttpResponse<byte[]> call(String verb, String body) throws Exception {
        return world.call("POST", "/vertex-veo/v1/" + NAME + verb, "Bearer " + token, body);
    }

    private String token() throws Exception {
        long now = world.clock.instant().getEpochSecond();
        String claims =
                TestSandbox.JSON.writeValueAsString(
                        Map.of(
                                "iss",
                                "a@example.org",
                                "scope",
                                "https://www.googleapis.com/auth/cloud-platform",
                                "aud",
                                world.url("/vertex-veo/token").toString(),
                                "iat",
                                now,
                                "exp",
                                now + 3600));
        String text = base64("{}".getBytes(StandardCharsets.UTF_8)) + "." + base64(bytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update(bytes(text));
        String form =
                "grant_type="
                        + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer")
                        + "&assertion="
                        + encoded(text + "." + base64(signature.sign()));
        return TestSandbox.json(
                        world.send(
                                world.url("/vertex-veo/token"),
                                request ->
                                        request.header(
                                                        "Content-Type",
                                                        "application/x-www-form-urlencoded")
                                                .POST(BodyPublishers.ofString(form))))
                .path("access_token")
                .asString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
