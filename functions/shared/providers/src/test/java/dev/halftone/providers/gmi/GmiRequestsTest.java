package dev.halftone.providers.gmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.Orders;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: what is said to GMI Cloud, model by model, and what only GMI Cloud says. */
class GmiRequestsTest {

    private static final String ID = "9f0c2b1e-0000-4000-8000-000000000001";

    private final Recordings recorded = new Recordings("gmi");
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsAPictureOrderInSeedreamsWords() {
        JsonNode body = submitted(Orders.picture("gmi", "seedream-5.0-lite"));

        assertThat(body)
                .isEqualTo(
                        json(
                                """
                                {"model": "seedream-5.0-lite",
                                 "payload": {"prompt": "A lighthouse at dusk",
                                  "size": "2560x1440", "output_format": "png",
                                  "sequential_image_generation": "disabled", "max_images": 1,
                                  "watermark": false, "seed": 1592590337}}
                                """));
        assertThat(server.calls().getFirst().headers())
                .containsEntry("authorization", "Bearer key-id:key-secret")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void sendsAFilmOrderInWansWords() {
        assertThat(submitted(Orders.film("gmi", "wan2.6-t2v", "9:16", Resolution.P720)))
                .isEqualTo(
                        json(
                                """
                                {"model": "wan2.6-t2v",
                                 "payload": {"prompt": "A lighthouse at dusk",
                                  "size": "720*1280", "duration": 5, "prompt_extend": false,
                                  "audio": false, "watermark": false, "seed": 1592590337}}
                                """));
    }

    @Test
    void sendsAFilmOrderInSeedancesWords() {
        assertThat(
                        submitted(
                                Orders.film(
                                        "gmi",
                                        "seedance-1-0-pro-250528",
                                        "16:9",
                                        Resolution.P1080)))
                .isEqualTo(
                        json(
                                """
                                {"model": "seedance-1-0-pro-250528",
                                 "payload": {"prompt": "A lighthouse at dusk",
                                  "resolution": "1080p", "ratio": "16:9", "duration": 5,
                                  "watermark": false, "seed": 1592590337}}
                                """));
    }

    /** An unknown field would be ignored without a word, and the money spent on something else. */
    @Test
    void sendsNothingToAModelWhoseWordsNobodyKnows() {
        assertThat(provider().submission().submit(Orders.picture("gmi", "bria-fibo")))
                .isInstanceOf(SubmissionOutcome.Refused.class);
        assertThat(server.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "16:9, ONE_K, 2560, 1440",
        "9:16, TWO_K, 1440, 2560",
        "1:1, ONE_K, 1920, 1920",
        "1:1, TWO_K, 2048, 2048",
        "4:3, TWO_K, 2240, 1680",
        "3:2, TWO_K, 2352, 1568"
    })
    void asksSeedreamForItsSmallestSizeThatIsLargeEnough(
            String ratio, Resolution resolution, int width, int height) {
        ProviderOrder order = Orders.picture("gmi", "seedream-5.0-lite", ratio, resolution);

        assertThat(GmiPayload.seedreamSize(order.request()))
                .isEqualTo(new Dimensions(width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "error-wrapped-400, INVALID_REQUEST",
        "error-wrapped-401, PROVIDER_ERROR",
        "error-wrapped-policy, MODERATION"
    })
    void readsTheRefusalThatAnInternalErrorWraps(String recording, FailureReason reason) {
        server.on("POST", "/requests", Answer.of(500, recorded.text(recording)));

        assertThat(provider().submission().submit(picture()))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** It has no code for it: only its sentence tells what it is about. */
    @Test
    void readsInASentenceThatThePromptWasRefusedAfterAll() {
        server.on(
                "GET",
                "/requests/" + ID,
                Answer.of(
                        200, recorded.text("state-failed-moderation").replace("output", "input")));

        assertThat(provider().polling().poll(GmiSubmission.request(ID)))
                .isEqualTo(PollOutcome.Failed.moderated("failed at gmi", Objection.toPrompt(null)));
    }

    @Test
    void waitsWhenAnInternalErrorWrapsTooMany() {
        server.on("POST", "/requests", Answer.of(500, recorded.text("error-wrapped-429")));

        assertThat(provider().submission().submit(picture()))
                .isInstanceOf(SubmissionOutcome.Postponed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "queued", "dispatched", "processing"})
    void waitsInEachOfItsStatesOnTheWay(String state) {
        assertThat(poll("state-" + state)).isEqualTo(new PollOutcome.Working(null));
    }

    @Test
    void takesCancelledForAnEnd() {
        assertThat(poll("state-cancelled"))
                .isEqualTo(
                        new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "cancelled at gmi"));
    }

    @ParameterizedTest
    @CsvSource({
        "state-success-film, https://storage.example.com/gmi/film.mp4",
        "state-success-plain-texts, https://storage.example.com/gmi/picture.png"
    })
    void findsAResultWhereverItStands(String recording, String address) {
        assertThat(poll(recording))
                .isInstanceOfSatisfying(
                        PollOutcome.Completed.class,
                        completed ->
                                assertThat(completed.results())
                                        .extracting(ProviderMedia::location)
                                        .containsExactly(URI.create(address)));
    }

    @Test
    void asksForTheListOfTheModelOnly() {
        server.on("GET", "/requests", Answer.of(200, recorded.text("list")));

        Objects.requireNonNull(provider().inquiry()).inquire(picture(), Samples.NOW);

        assertThat(server.calls().getFirst().query()).isEqualTo("model_id=seedream-5.0-lite");
    }

    /** A stand-in on a machine must never get the key and the prompts of a deployed studio. */
    @Test
    void callsNobodyOnThisMachineFromElsewhere() {
        Provider deployed = provider(server.base(), "https://halftone.example");

        assertThat(deployed.submission().submit(picture()))
                .isInstanceOf(SubmissionOutcome.Refused.class);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void refusesAnAddressThatIsNotHttps() {
        URI plain = URI.create("http://console.gmicloud.ai/api");

        assertThatThrownBy(() -> provider(plain, "https://halftone.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gmi");
    }

    private JsonNode submitted(ProviderOrder order) {
        server.on("POST", "/requests", Answer.of(200, recorded.text("accepted")));
        provider().submission().submit(order);
        return json(server.calls().getFirst().body());
    }

    private PollOutcome poll(String recording) {
        server.on("GET", "/requests/" + ID, Answer.of(200, recorded.text(recording)));
        return provider().polling().poll(new ProviderRequest("gmi", ID, Map.of()));
    }

    private static ProviderOrder picture() {
        return Orders.picture("gmi", "seedream-5.0-lite");
    }

    private Provider provider() {
        return provider(server.base(), "http://localhost:8080");
    }

    private static Provider provider(URI base, String publicUrl) {
        return GmiProvider.of(
                Settings.of(
                        base,
                        () -> new SecretText("key-id:key-secret"),
                        () -> URI.create(publicUrl),
                        new MutableClock(Samples.NOW)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
