package dev.halftone.providers.fal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.SubmitToProvider;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Protects: what is said to fal.ai, header by header, and what only fal.ai says. */
class FalRequestsTest {

    private static final String ENDPOINT = "/fal-ai/nano-banana-pro";
    private static final String ID = "0c1e7d1a-0000-4000-8000-000000000001";
    private static final String REQUEST = ENDPOINT + "/requests/" + ID;

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsTheKeyAndAsksToKeepNothing() {
        submit(Samples.model().routes().getFirst());

        assertThat(call().headers())
                .containsEntry("authorization", "Key key-id:key-secret")
                .containsEntry("content-type", "application/json")
                .containsEntry("x-fal-store-io", "0")
                .containsEntry(
                        "x-fal-object-lifecycle-preference",
                        "{\"expiration_duration_seconds\":3600}")
                .containsEntry("x-app-fal-disable-fallback", "true");
    }

    @Test
    void namesTheGenerationInItsCallbackAddress() {
        submit(Samples.model().routes().getFirst());

        assertThat(call().query())
                .isEqualTo(
                        "fal_webhook=http%3A%2F%2Flocalhost%3A8080%2Fv1%2Fwebhooks%2Ffal%2F"
                                + Samples.generationId(1));
    }

    @Test
    void asksForNoCallbackThatFalCannotReach() {
        assertThat(callback("https://queue.fal.run", "http://localhost:8080")).isEmpty();
        assertThat(callback("https://queue.fal.run", "https://halftone.example")).isPresent();
        assertThat(callback("http://127.0.0.1:8090/fal", "http://localhost:8080")).isPresent();
    }

    private static Optional<String> callback(String base, String publicUrl) {
        return new ProviderBase("fal", URI.create(base), () -> URI.create(publicUrl))
                .callback(Samples.generationId(1));
    }

    @Test
    void tellsRatioAndResolutionToAModelThatTakesThem() {
        submit(Samples.model().routes().getFirst());

        assertThat(json(call().body()))
                .isEqualTo(
                        json(
                                """
                                {"prompt": "A lighthouse at dusk", "aspect_ratio": "16:9",
                                 "resolution": "1K", "num_images": 1, "output_format": "png"}
                                """));
    }

    /** Each family spells a duration in its own way, and would refuse any other. */
    @ParameterizedTest
    @CsvSource({
        "fal-ai/veo3.1, 4s",
        "fal-ai/bytedance/seedance/v1.5/pro/text-to-video, 4",
    })
    void tellsTheDurationOfAFilmAsItsFamilySpellsIt(String endpoint, String duration) {
        server.on("POST", "/" + endpoint, Answer.of(200, "{}"));

        provider()
                .submission()
                .submit(
                        new ProviderOrder(
                                Samples.generationId(1),
                                Samples.userId(1),
                                Samples.videoRequest(),
                                Samples.route("fal", endpoint, MediaKind.VIDEO),
                                List.of()));

        assertThat(json(call().body()))
                .isEqualTo(
                        json(
                                """
                                {"prompt": "A lighthouse at dusk", "aspect_ratio": "16:9",
                                 "resolution": "720p", "duration": "%s", "generate_audio": false}
                                """
                                        .formatted(duration)));
    }

    @Test
    void tellsPixelsToAModelThatTakesThem() {
        server.on("POST", "/fal-ai/flux/dev", Answer.of(200, "{}"));

        submit(pixelRoute());

        assertThat(json(server.calls().getFirst().body()))
                .isEqualTo(
                        json(
                                """
                                {"prompt": "A lighthouse at dusk",
                                 "image_size": {"width": 1024, "height": 576},
                                 "num_images": 1, "output_format": "png"}
                                """));
    }

    @Test
    void buildsAddressesFromOwnerAndAppOnly() {
        assertThat(provider().submission().requestOf(pixelRoute(), "abc").links())
                .containsEntry("status_url", server.base() + "/fal-ai/flux/requests/abc/status");
    }

    @Test
    void neverFollowsAnAddressToAnotherHost() {
        server.on("POST", ENDPOINT, Answer.of(200, recorded("accepted-with-foreign-addresses")));

        SubmissionOutcome outcome =
                provider().submission().submit(order(Samples.model().routes().getFirst()));

        assertThat(((SubmissionOutcome.Taken) outcome).request().links().values())
                .hasSize(3)
                .allSatisfy(link -> assertThat(link).startsWith(server.base().toString()));
    }

    @Test
    void followsNoRedirect() {
        server.on(
                "POST",
                ENDPOINT,
                Answer.of(307, "").with("Location", server.base() + "/elsewhere"));

        assertThat(provider().submission().submit(order(Samples.model().routes().getFirst())))
                .isInstanceOf(SubmissionOutcome.Refused.class);
        assertThat(server.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "3,3", "600,60", "soon,5", "'Mon, 02 Nov 2026 12:00:20 GMT',20"})
    void waitsBetweenASecondAndAMinute(String retryAfter, int seconds) {
        server.on(
                "POST",
                ENDPOINT,
                Answer.of(429, "{\"detail\":\"slow down\"}").with("Retry-After", retryAfter));

        assertThat(provider().submission().submit(order(Samples.model().routes().getFirst())))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Postponed.class,
                        postponed ->
                                assertThat(postponed.retryAfter())
                                        .isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void asksForNoLogsAndShowsItsKey() {
        completed(Answer.of(200, recorded("result")));

        poll();

        assertThat(server.calls())
                .hasSize(2)
                .allSatisfy(
                        call ->
                                assertThat(call.headers())
                                        .containsEntry("authorization", "Key key-id:key-secret"));
        assertThat(server.calls().getFirst().query()).isEqualTo("logs=0");
    }

    @Test
    void takesABlankedPictureForModeration() {
        completed(Answer.of(200, recorded("result-blanked")));

        assertThat(reason()).isEqualTo(FailureReason.MODERATION);
    }

    @Test
    void findsModerationBehindAnErrorWithoutAType() {
        server.on(
                "GET",
                REQUEST + "/status",
                Answer.of(200, recorded("state-completed-with-untyped-error")));
        server.on("GET", REQUEST, Answer.of(422, recorded("error-content-policy")));

        assertThat(reason()).isEqualTo(FailureReason.MODERATION);
    }

    /** Every order is taken: what names a field of it is about the order, however late it comes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"body\", \"prompt\"|PROMPT",
                "\"body\", \"image_urls\", 0|PROMPT",
                "\"body\"|RESULT",
                "\"response\", \"images\"|RESULT",
                "''|RESULT"
            })
    void readsInTheirPlaceWhatTheRulesRefused(String place, Objection.Side side) {
        completed(
                Answer.of(
                        422,
                        recorded("error-content-policy").replace("\"body\", \"prompt\"", place)));

        assertThat(((PollOutcome.Failed) poll()).objection())
                .isEqualTo(new Objection(side, "content_policy_violation"));
    }

    @Test
    void takesNoResultForSuccessBesideAnError() {
        server.on(
                "GET", REQUEST + "/status", Answer.of(200, recorded("state-completed-with-error")));
        server.on("GET", REQUEST, Answer.of(200, recorded("result")));

        assertThat(reason()).isEqualTo(FailureReason.PROVIDER_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "422,error-unsupported-input,INVALID_REQUEST",
        "422,error-no-media,PROVIDER_ERROR",
        "500,error-runner,PROVIDER_ERROR",
        "503,error-runner,PROVIDER_ERROR",
        "499,error-sentence,PROVIDER_ERROR"
    })
    void readsWhyACompletedResultIsNone(int code, String answer, FailureReason reason) {
        completed(Answer.of(code, recorded(answer)));

        assertThat(reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 408, 429, 502, 503, 504})
    void concludesNothingFromAGatewayThatWithholdsTheResult(int code) {
        completed(Answer.of(code, "{\"detail\":\"not now\"}"));

        assertThat(poll()).isInstanceOf(PollOutcome.Unanswered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"images\":[{\"url\":\"data:image/png;base64,AAAA\"}]}",
                "{\"images\":[{\"url\":\"::::\"}]}",
                "{\"images\":[{}]}",
                "{\"images\":\"none\"}",
                "[]"
            })
    void refusesAResultWithoutAnAddress(String result) {
        completed(Answer.of(200, result));

        assertThat(reason()).isEqualTo(FailureReason.INVALID_RESULT);
    }

    @Test
    void readsNoEndlessAnswer() {
        completed(Answer.of(200, "{\"images\":[], \"description\":\"" + "x".repeat(2_000_000)));

        assertThat(poll()).isInstanceOf(PollOutcome.Unanswered.class);
    }

    @Test
    void answersBeforeTheLeaseOfASubmissionEnds() {
        assertThat(ProviderTimeouts.USUAL.submit()).isLessThan(SubmitToProvider.CALL_TIMEOUT);
        assertThat(ProviderTimeouts.USUAL.read()).isLessThan(SubmitToProvider.CALL_TIMEOUT);
    }

    private void completed(Answer result) {
        server.on("GET", REQUEST + "/status", Answer.of(200, recorded("state-completed")));
        server.on("GET", REQUEST, result);
    }

    private PollOutcome poll() {
        Provider provider = provider();
        return provider.polling()
                .poll(provider.submission().requestOf(Samples.model().routes().getFirst(), ID));
    }

    private FailureReason reason() {
        return ((PollOutcome.Failed) poll()).reason();
    }

    private void submit(Route route) {
        provider().submission().submit(order(route));
    }

    private ScriptedServer.Call call() {
        return server.calls().getFirst();
    }

    private Provider provider() {
        return FalProvider.of(
                Settings.of(
                        server.base(),
                        () -> new SecretText("key-id:key-secret\n"),
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)));
    }

    private String recorded(String name) {
        return Recorded.text(name, server.base());
    }

    private static JsonNode json(String text) {
        return ProviderAnswer.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProviderOrder order(Route route) {
        return new ProviderOrder(Samples.generation(1, 1, 4), route);
    }

    private static Route pixelRoute() {
        return new Route(
                "fal",
                "fal-ai/flux/dev",
                Route.Sizing.PIXELS,
                Map.of(Resolution.ONE_K, new MicroDollars(25_000)),
                "Prompts are sent to fal.ai.");
    }
}
