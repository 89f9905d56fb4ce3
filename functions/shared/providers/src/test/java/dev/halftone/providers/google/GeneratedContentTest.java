package dev.halftone.providers.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.Orders;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: a success without a picture is told by what it says, and a draft is no result. */
class GeneratedContentTest {

    private static final Recordings RECORDED = new Recordings("google");
    private static final String MODEL = "gemini-nano-banana-2.1";
    private static final String PATH = "/v1beta/models/" + MODEL + ":generateContent";

    private final ScriptedServer server = new ScriptedServer();
    private final DirectProvider provider =
            GeminiProvider.of(
                    Settings.of(
                            server.base(),
                            () -> new SecretText("key"),
                            () -> URI.create("http://localhost:8080"),
                            new MutableClock(Samples.NOW)));

    @TempDir private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForOnePictureOfTheRatioAndSize() {
        server.on("POST", PATH, Answer.of(500, "{}"));

        make();

        JsonNode sent = JsonMapper.shared().readTree(server.calls().getLast().body());
        assertThat(sent)
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"contents":[{"role":"user","parts":[{"text":"A lighthouse at dusk"}]}],
                                         "generationConfig":{"responseModalities":["IMAGE"],
                                           "imageConfig":{"aspectRatio":"16:9","imageSize":"1K"}}}
                                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "SAFETY, MODERATION",
        "PROHIBITED_CONTENT, MODERATION",
        "BLOCKLIST, MODERATION",
        "SPII, MODERATION",
        "IMAGE_SAFETY, MODERATION",
        "IMAGE_PROHIBITED_CONTENT, MODERATION",
        "MODEL_ARMOR, MODERATION",
        "RECITATION, MODERATION",
        "IMAGE_RECITATION, MODERATION",
        "OTHER, PROVIDER_ERROR",
        "IMAGE_OTHER, PROVIDER_ERROR",
        "MAX_TOKENS, PROVIDER_ERROR",
        "NO_IMAGE, INVALID_RESULT",
        "STOP, INVALID_RESULT",
        "A_WORD_OF_NEXT_YEAR, INVALID_RESULT"
    })
    void knowsWhyThereIsNoPicture(String finish, FailureReason reason) {
        answers(RECORDED.text("picture-blocked").replace("FINISH", finish));

        assertThat(make())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(reason);
                            assertThat(refused.detail()).contains(finish);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "OTHER", "BLOCKLIST", "JAILBREAK", "A_WORD_OF_NEXT_YEAR"})
    void takesEveryBlockedPromptForModeration(String word) {
        answers(RECORDED.text("prompt-blocked").replace("PROHIBITED_CONTENT", word));

        assertThat(make())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(FailureReason.MODERATION));
    }

    @Test
    void takesTheLastPictureThatIsNotThoughtAloud() {
        answers(
                """
                {"candidates":[{"content":{"parts":[
                  {"inlineData":{"data":"Zmlyc3Q="}},
                  {"inline_data":{"mime_type":"image/png","data":"bGFzdA=="}},
                  {"inlineData":{"data":"dGhvdWdodA=="},"thought":true}]}}]}
                """);

        assertThat(make()).isInstanceOf(Outcome.Made.class);
        assertThat(folder.resolve("target")).hasContent("last");
    }

    /** What a model remembers for a next turn is as long as its picture, and nobody's here. */
    @Test
    void readsPastWhatAModelRemembers() {
        String long5M = "A".repeat(5 * 1024 * 1024);
        server.on(
                "POST",
                PATH,
                Answer.of(
                        200,
                        """
                        {"candidates":[{"content":{"parts":[
                          {"inlineData":{"data":"bGFzdA=="},"thoughtSignature":"%s"}]}}]}
                        """
                                .formatted(long5M)));

        assertThat(provider.call().make(order(), folder.resolve("target"), 9_000_000))
                .isInstanceOf(Outcome.Made.class);
        assertThat(folder.resolve("target")).hasContent("last");
    }

    /** A number where a file belongs must not pass for one. */
    @Test
    void takesNothingElseForAPicture() {
        answers("{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"data\":0}}]}}]}");

        assertThat(make()).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, error-argument, INVALID_REQUEST",
        "400, error-precondition, PROVIDER_ERROR",
        "400, error-key, PROVIDER_ERROR",
        "403, error-permission, PROVIDER_ERROR",
        "404, error-not-found, PROVIDER_ERROR"
    })
    void knowsEachRefusal(int code, String name, FailureReason reason) {
        server.on("POST", PATH, Answer.of(code, RECORDED.text(name)));

        assertThat(make())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void answers(String body) {
        server.on("POST", PATH, Answer.of(200, body));
    }

    private Outcome make() {
        return provider.call().make(order(), folder.resolve("target"), 1_000_000);
    }

    private static ProviderOrder order() {
        return Orders.picture("gemini", MODEL);
    }
}
