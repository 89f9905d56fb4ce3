package dev.halftone.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: OpenAI is told what its models understand, and what it answers means one thing. */
class OpenAiRequestsTest {

    private static final Recordings RECORDED = new Recordings("openai");
    private static final String PATH = "/v1/images/generations";

    private final ScriptedServer server = new ScriptedServer();
    private final DirectProvider provider =
            OpenAiProvider.of(
                    Settings.of(
                            server.base().resolve("/v1"),
                            () -> new SecretText("key"),
                            () -> URI.create("http://localhost:8080"),
                            new MutableClock(Samples.NOW)));

    @TempDir private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForOnePngOfTheModelInTheCatalogue() {
        JsonNode sent = sent(1);

        assertThat(sent.propertyNames())
                .containsExactlyInAnyOrder(
                        "model",
                        "prompt",
                        "n",
                        "size",
                        "quality",
                        "output_format",
                        "safety_identifier");
        assertThat(sent.path("model").asString()).isEqualTo("gpt-image-2.5-flare");
        assertThat(sent.path("prompt").asString()).isEqualTo(Orders.PROMPT);
        assertThat(sent.path("n").asInt()).isEqualTo(1);
        assertThat(sent.path("size").asString()).isEqualTo("1024x576");
        assertThat(sent.path("output_format").asString()).isEqualTo("png");
    }

    /** The same for one person's requests, another for another's, and neither's name to us. */
    @Test
    void tellsWhatBelongsTogetherAndNotWhoItIs() {
        String ada = sent(1).path("safety_identifier").asString();

        assertThat(ada).matches("[0-9a-f]{32}").doesNotContain(Samples.userId(1).value());
        assertThat(sent(1).path("safety_identifier").asString()).isEqualTo(ada);
        assertThat(sent(2).path("safety_identifier").asString()).isNotEqualTo(ada);
    }

    /** Sides are multiples of sixteen, and of just the ratio. */
    @ParameterizedTest
    @CsvSource({
        "1:1, ONE_K, 1024, 1024",
        "16:9, ONE_K, 1024, 576",
        "9:16, ONE_K, 576, 1024",
        "3:2, ONE_K, 1056, 704",
        "2:3, TWO_K, 1376, 2064",
        "4:3, TWO_K, 2048, 1536",
        "21:9, ONE_K, 1120, 480"
    })
    void choosesTheSmallestSizeThatIsLargeEnough(
            String ratio, Resolution resolution, int width, int height) {
        AspectRatio asked = AspectRatio.parse(ratio);

        Dimensions size = OpenAiSize.of(asked, resolution);

        assertThat(size).isEqualTo(new Dimensions(width, height));
        assertThat(resolution.isMetBy(size, asked)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "400, moderation, MODERATION",
        "400, content-policy, MODERATION",
        "400, input, INVALID_REQUEST",
        "400, billing, PROVIDER_ERROR",
        "429, quota, PROVIDER_ERROR",
        "400, model, PROVIDER_ERROR",
        "404, model, PROVIDER_ERROR",
        "401, key, PROVIDER_ERROR",
        "403, key, PROVIDER_ERROR",
        "302, server, PROVIDER_ERROR"
    })
    void knowsEachRefusal(int code, String name, FailureReason reason) {
        server.on("POST", PATH, Answer.of(code, RECORDED.text("error-" + name)));

        assertThat(make(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** For the operator: which rule it was, and whether the prompt or the picture broke it. */
    @Test
    void saysAtWhichStageAndWhyItWasBlocked() {
        assertThat(blocked("moderation")).endsWith("moderation_blocked: output, sexual");
        assertThat(blocked("moderation-bare")).endsWith("400 moderation_blocked");
        assertThat(blocked("moderation-wordy"))
                .endsWith("moderation_blocked: input, self-harm/intent");
    }

    /** Older answers tell no stage; then it is what was asked for, and the code is the rule. */
    @Test
    void takesARefusalWithoutAStageForOneOfThePrompt() {
        server.on("POST", PATH, Answer.of(400, RECORDED.text("error-moderation-bare")));

        assertThat(((Outcome.Refused) make(1)).objection())
                .isEqualTo(Objection.toPrompt("moderation_blocked"));
    }

    private String blocked(String name) {
        server.on("POST", PATH, Answer.of(400, RECORDED.text("error-" + name)));
        return ((Outcome.Refused) make(1)).detail();
    }

    @ParameterizedTest
    @CsvSource({"408", "500", "502", "504", "520"})
    void doesNotKnowWhatBecameOfItAfterAFailureOfTheirs(int code) {
        server.on("POST", PATH, Answer.of(code, RECORDED.text("error-server")));

        assertThat(make(1)).isInstanceOf(Outcome.Unknown.class);
    }

    private JsonNode sent(int person) {
        server.on("POST", PATH, Answer.of(500, "{}"));
        make(person);
        return JsonMapper.shared().readTree(server.calls().getLast().body());
    }

    private Outcome make(int person) {
        return provider.call()
                .make(
                        new ProviderOrder(
                                Samples.generationId(1),
                                Samples.userId(person),
                                Orders.picture("openai", "gpt-image-2.5-flare").request(),
                                Orders.picture("openai", "gpt-image-2.5-flare").route(),
                                List.of()),
                        folder.resolve("target"),
                        1_000_000);
    }
}
