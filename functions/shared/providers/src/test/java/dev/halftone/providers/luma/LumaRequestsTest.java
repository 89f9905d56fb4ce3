package dev.halftone.providers.luma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: what is said to Luma, and what only Luma says. */
class LumaRequestsTest {

    private static final String ID = "5d2c1a00-0000-4000-8000-000000000001";

    private final Recordings recorded = new Recordings("luma");
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsAPictureOrder() {
        assertThat(submitted(Orders.picture("luma", "uni-1")))
                .isEqualTo(
                        json(
                                """
                                {"model": "uni-1", "prompt": "A lighthouse at dusk",
                                 "aspect_ratio": "16:9", "type": "image", "output_format": "png"}
                                """));
    }

    @Test
    void sendsAFilmOrder() {
        assertThat(submitted(Orders.film("luma", "ray-3.2", "9:16", Resolution.P1080)))
                .isEqualTo(
                        json(
                                """
                                {"model": "ray-3.2", "prompt": "A lighthouse at dusk",
                                 "aspect_ratio": "9:16", "type": "video",
                                 "video": {"resolution": "1080p", "duration": "5s"}}
                                """));
    }

    @ParameterizedTest
    @CsvSource({"error-too-fast, 5", "error-too-many, 20"})
    void waitsForItsPaceAndLongerForOneOfOursToEnd(String recording, int seconds) {
        server.on("POST", "/generations", Answer.of(429, recorded.text(recording)));

        assertThat(provider().submission().submit(Orders.picture("luma", "uni-1")))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Postponed.class,
                        postponed ->
                                assertThat(postponed.retryAfter())
                                        .isEqualTo(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({
        "generation-failed, PROVIDER_ERROR",
        "content-moderated, MODERATION",
        "budget-exhausted, PROVIDER_ERROR",
        "output-not-found, PROVIDER_ERROR",
        "rate-limited, PROVIDER_ERROR",
        "image-too-large, INVALID_REQUEST",
        "unsupported-format, INVALID_REQUEST",
        "corrupt-input, INVALID_REQUEST",
        "invalid-request, INVALID_REQUEST"
    })
    void readsEachOfItsFailureCodes(String code, FailureReason reason) {
        assertThat(poll("state-failed-" + code))
                .isInstanceOfSatisfying(
                        PollOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.reason()).isEqualTo(reason);
                            assertThat(failed.detail())
                                    .isEqualTo("failed at luma: " + code.replace('-', '_'));
                        });
    }

    /** A link lives for an hour; asking again brings another one. */
    @Test
    void namesAResultAnewEachTimeItIsAsked() {
        server.on(
                "GET",
                "/generations/" + ID,
                Answer.of(200, recorded.text("state-completed")),
                Answer.of(200, recorded.text("state-completed-again")));

        PollOutcome first = poll();
        PollOutcome second = poll();

        assertThat(first).isInstanceOf(PollOutcome.Completed.class).isNotEqualTo(second);
        assertThat(second).isInstanceOf(PollOutcome.Completed.class);
    }

    private JsonNode submitted(ProviderOrder order) {
        server.on("POST", "/generations", Answer.of(201, recorded.text("accepted")));
        provider().submission().submit(order);
        assertThat(server.calls().getFirst().headers())
                .containsEntry("authorization", "Bearer luma-api-key");
        return json(server.calls().getFirst().body());
    }

    private PollOutcome poll(String recording) {
        server.on("GET", "/generations/" + ID, Answer.of(200, recorded.text(recording)));
        return poll();
    }

    private PollOutcome poll() {
        return provider().polling().poll(new ProviderRequest("luma", ID, Map.of()));
    }

    private Provider provider() {
        return LumaProvider.of(
                Settings.of(
                        server.base(),
                        () -> new SecretText("luma-api-key"),
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
