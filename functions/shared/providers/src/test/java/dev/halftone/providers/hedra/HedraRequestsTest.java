package dev.halftone.providers.hedra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.Inputs;
import dev.halftone.providers.Orders;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.ScriptedServer.Ending;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: what is said to Hedra, once however often, and what only Hedra says. */
class HedraRequestsTest {

    private static final String ID = "job_7b00000000000000000000000001";

    private final Recordings recorded = new Recordings("hedra");
    private final ScriptedServer server = new ScriptedServer();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsAPictureOrderUnderOurIdAndAsksToBeCalled() {
        server.on("POST", "/models/flux2-pro", Answer.of(202, recorded.text("accepted")));

        provider().submission().submit(picture());

        assertThat(json(server.calls().getFirst().body()))
                .isEqualTo(
                        json(
                                """
                                {"input": {"prompt": "A lighthouse at dusk",
                                  "aspect_ratio": "16:9", "resolution": "1K"},
                                 "idempotency_key": "gen_5eed0001000000000000000000000001",
                                 "webhook": "http://localhost:8080/v1/webhooks/hedra/gen_5eed0001000000000000000000000001"}
                                """));
        assertThat(server.calls().getFirst().headers())
                .containsEntry("authorization", "Key id:secret");
    }

    @Test
    void countsTheLengthOfAFilmInMilliseconds() {
        server.on("POST", "/models/wan-2-7", Answer.of(202, recorded.text("accepted")));

        provider().submission().submit(Orders.film("hedra", "wan-2-7", "16:9", Resolution.P720));

        assertThat(json(server.calls().getFirst().body()).path("input"))
                .isEqualTo(
                        json(
                                """
                                {"prompt": "A lighthouse at dusk", "aspect_ratio": "16:9",
                                 "resolution": "720p", "duration_ms": 5000}
                                """));
    }

    /** Handles are signed addresses: one byte more or less and they are worth nothing. */
    @Test
    void letsAPictureSpeakByHandlesHandedBackAsTheyCame() {
        server.on("POST", "/files", Answer.of(201, recorded.text("file")));
        server.on("POST", "/models/hedra-avatar", Answer.of(202, recorded.text("accepted")));

        SubmissionOutcome outcome = provider().submission().submit(speaking());

        assertThat(outcome).isInstanceOf(SubmissionOutcome.Taken.class);
        assertThat(server.calls())
                .extracting(ScriptedServer.Call::path)
                .containsExactly("/files", "/files", "/models/hedra-avatar");
        assertThat(server.calls().getFirst().headers().get("content-type"))
                .startsWith("multipart/form-data; boundary=");
        assertThat(server.calls().getFirst().body())
                .contains("name=\"file\"", "Content-Type: image/png", "somebody");
        assertThat(json(server.calls().getLast().body()).path("input"))
                .isEqualTo(
                        json(
                                """
                                {"prompt": "A lighthouse at dusk", "aspect_ratio": "16:9",
                                 "resolution": "720p", "duration_ms": 5000,
                                 "start_image": {"source": "url",
                                  "url": "https://files.example.com/up/1?handle=a%2Fb&x=1"},
                                 "audio": {"source": "url",
                                  "url": "https://files.example.com/up/1?handle=a%2Fb&x=1"}}
                                """));
    }

    /** Nothing was ordered yet, so nothing is unknown. */
    @Test
    void postponesAnOrderWhoseFilesCannotBeUploaded() {
        server.on("POST", "/files", Answer.of(503, "upstream unavailable"));

        assertThat(provider().submission().submit(speaking()))
                .isInstanceOf(SubmissionOutcome.Postponed.class);
        assertThat(server.calls()).hasSize(1);
    }

    /** Nobody waits until the deadline for a file that is never taken. */
    @ParameterizedTest
    @CsvSource({
        "401, error-key, PROVIDER_ERROR",
        "400, error-input, INVALID_REQUEST",
        "422, error-moderation, MODERATION"
    })
    void refusesAnOrderWhoseFilesAreRefused(int code, String recording, FailureReason reason) {
        server.on("POST", "/files", Answer.of(code, recorded.text(recording)));

        assertThat(provider().submission().submit(speaking()))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void waitsAsLongAsItAsksBeforeAFileIsUploaded() {
        server.on("POST", "/files", Answer.of(429, recorded.text("error-busy")));

        assertThat(provider().submission().submit(speaking()))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Postponed.class,
                        postponed ->
                                assertThat(postponed.retryAfter())
                                        .isEqualTo(Duration.ofSeconds(7)));
    }

    /** One that is there is what was asked for, whatever became of others. */
    @Test
    void takesTheOutputThatCameToSomething() {
        server.on("GET", "/jobs/" + ID, Answer.of(200, recorded.text("job-completed-partly")));

        assertThat(provider().polling().poll(new ProviderRequest("hedra", ID, Map.of())))
                .isInstanceOfSatisfying(
                        PollOutcome.Completed.class,
                        completed -> assertThat(completed.results()).hasSize(1));
    }

    @Test
    void asksWhatBecameOfAnOrderByGivingTheSameOneAgain() {
        server.on(
                "POST",
                "/models/flux2-pro",
                Answer.ending(Ending.CUT_BEFORE_ANSWER, ""),
                Answer.of(202, recorded.text("accepted")));
        Provider provider = provider();

        assertThat(provider.submission().submit(picture()))
                .isInstanceOf(SubmissionOutcome.Unknown.class);
        assertThat(Objects.requireNonNull(provider.inquiry()).inquire(picture(), Samples.NOW))
                .isEqualTo(new SubmissionOutcome.Taken(new ProviderRequest("hedra", ID, Map.of())));
        assertThat(server.calls().getFirst().body()).isEqualTo(server.calls().getLast().body());
        // What could make a second order is never sent.
        assertThat(provider.terms().resendAffordable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, error-input, INVALID_REQUEST",
        "400, error-expired-handle, INVALID_REQUEST",
        "401, error-key, PROVIDER_ERROR",
        "402, error-balance, PROVIDER_ERROR",
        "404, error-unknown, PROVIDER_ERROR",
        "410, error-gone, PROVIDER_ERROR",
        "422, error-moderation, MODERATION"
    })
    void readsTheCodeOfARefusal(int code, String recording, FailureReason reason) {
        assertThat(answered(code, recording))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void obeysWhatItSaysAboutTryingAgain() {
        assertThat(answered(500, "error-inside-retryable"))
                .isInstanceOf(SubmissionOutcome.Postponed.class);
        assertThat(answered(500, "error-inside")).isInstanceOf(SubmissionOutcome.Unknown.class);
        assertThat(answered(409, "error-in-progress"))
                .isInstanceOf(SubmissionOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "job-failed-deadline, PROVIDER_ERROR",
        "job-failed-input, INVALID_REQUEST",
        "job-completed-failed, MODERATION"
    })
    void readsTheErrorOfAJobAndOfItsOutput(String recording, FailureReason reason) {
        server.on("GET", "/jobs/" + ID, Answer.of(200, recorded.text(recording)));

        assertThat(provider().polling().poll(new ProviderRequest("hedra", ID, Map.of())))
                .isInstanceOfSatisfying(
                        PollOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    /** Sixty calls a minute are few. */
    @Test
    void asksOnceForStateAndResult() {
        server.on("GET", "/jobs/" + ID, Answer.of(200, recorded.text("job-completed")));

        provider().polling().poll(new ProviderRequest("hedra", ID, Map.of()));

        assertThat(server.calls()).hasSize(1);
    }

    private SubmissionOutcome answered(int code, String recording) {
        server.on("POST", "/models/flux2-pro", Answer.of(code, recorded.text(recording)));
        return provider().submission().submit(picture());
    }

    private static ProviderOrder picture() {
        return Orders.picture("hedra", "flux2-pro");
    }

    private ProviderOrder speaking() {
        ProviderOrder film = Orders.film("hedra", "hedra-avatar", "16:9", Resolution.P720);
        return new ProviderOrder(
                film.generation(),
                film.owner(),
                film.request(),
                film.route(),
                List.of(
                        Inputs.of(InputRole.FIRST_FRAME, "image/png", folder, "somebody"),
                        Inputs.of(InputRole.SPEECH, "audio/mpeg", folder, "what-they-say")));
    }

    private Provider provider() {
        return HedraProvider.of(
                Settings.of(
                        server.base(),
                        () -> new SecretText("id:secret"),
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
