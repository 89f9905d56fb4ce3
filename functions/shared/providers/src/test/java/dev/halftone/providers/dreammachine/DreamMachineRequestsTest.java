package dev.halftone.providers.dreammachine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.GenerationId;
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
import dev.halftone.providers.dreammachine.DreamMachineCallbacks.HintOutcome;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protects: what is said to Dream Machine, and how little is believed of what nobody signs. */
class DreamMachineRequestsTest {

    private static final String ID = "5d2c1a00-0000-4000-8000-000000000001";

    private final DreamMachineCallbacks callbacks =
            new DreamMachineCallbacks(() -> new SecretText("luma-key"));
    private final Recordings recorded = new Recordings("dream-machine");
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsAPictureOrder() {
        assertThat(submitted("/generations/image", picture()))
                .isEqualTo(
                        json(
                                """
                                {"model": "photon-1", "prompt": "A lighthouse at dusk",
                                 "aspect_ratio": "16:9", "format": "png",
                                 "callback_url": "%s"}
                                """
                                        .formatted(callback())));
    }

    @Test
    void sendsAFilmOrder() {
        ProviderOrder film = Orders.film("dream-machine", "ray-2", "9:16", Resolution.P720);

        assertThat(submitted("/generations/video", film))
                .isEqualTo(
                        json(
                                """
                                {"model": "ray-2", "prompt": "A lighthouse at dusk",
                                 "aspect_ratio": "9:16", "resolution": "720p", "duration": "5s",
                                 "callback_url": "%s"}
                                """
                                        .formatted(callback())));
    }

    @Test
    void asksForNoCallbackThatCannotReachUs() {
        Provider far = provider(URI.create("https://api.lumalabs.ai"), "http://localhost:8080");

        assertThat(far.terms().callsBack().getAsBoolean()).isFalse();
        assertThat(Objects.requireNonNull(far.inquiry()).inquire(picture(), Samples.NOW))
                .isInstanceOf(SubmissionOutcome.Unknown.class);
    }

    @Test
    void findsTheAddressOfAFilm() {
        assertThat(poll("state-completed-film"))
                .isInstanceOfSatisfying(
                        PollOutcome.Completed.class,
                        done ->
                                assertThat(done.results())
                                        .extracting(ProviderMedia::location)
                                        .containsExactly(
                                                URI.create(
                                                        "https://storage.cdn-luma.com/dream_machine/film.mp4")));
    }

    @Test
    void looksThroughSomePagesOfTheListAndNoMore() {
        server.on("GET", "/generations", Answer.of(200, recorded.text("list-with-more")));

        SubmissionOutcome outcome =
                Objects.requireNonNull(provider().inquiry()).inquire(picture(), Samples.NOW);

        assertThat(outcome).isInstanceOf(SubmissionOutcome.Unknown.class);
        assertThat(server.calls())
                .extracting(ScriptedServer.Call::query)
                .containsExactly(
                        "limit=100&offset=0", "limit=100&offset=100", "limit=100&offset=200");
    }

    @ParameterizedTest
    @CsvSource({"completed, Ended", "failed, Ended", "dreaming, OnItsWay", "'', OnItsWay"})
    void looksOnlyAtTheEnd(String state, String outcome) {
        HintOutcome hint = judge(Orders.GENERATION, callbacks.token(Orders.GENERATION), state);

        assertThat(hint.getClass().getSimpleName()).isEqualTo(outcome);
    }

    /** Whoever knows one address knows no other. */
    @Test
    void refusesWhoDoesNotKnowTheAddress() {
        GenerationId other = Samples.generationId(2);
        String token = callbacks.token(Orders.GENERATION);

        assertThat(judge(other, token, "completed")).isInstanceOf(HintOutcome.Refused.class);
        assertThat(judge(Orders.GENERATION, "", "completed"))
                .isInstanceOf(HintOutcome.Refused.class);
        assertThat(judge(Orders.GENERATION, token.substring(1), "completed"))
                .isInstanceOf(HintOutcome.Refused.class);
        assertThat(
                        new DreamMachineCallbacks(() -> new SecretText("other-key"))
                                .token(Orders.GENERATION))
                .isNotEqualTo(token);
    }

    @Test
    void tellsModerationFromOtherFailures() {
        assertThat(poll("state-failed-moderation"))
                .isEqualTo(
                        PollOutcome.Failed.moderated(
                                "failed at dream machine", Objection.toPrompt(null)));
    }

    private HintOutcome judge(GenerationId generation, String token, String state) {
        byte[] body = "{\"state\":\"%s\"}".formatted(state).getBytes(StandardCharsets.UTF_8);
        return callbacks.judge(generation, token, body);
    }

    private String callback() {
        return "http://localhost:8080/v1/webhooks/dream-machine/%s/%s"
                .formatted(Orders.GENERATION, callbacks.token(Orders.GENERATION));
    }

    private JsonNode submitted(String path, ProviderOrder order) {
        server.on("POST", path, Answer.of(201, recorded.text("accepted")));
        provider().submission().submit(order);
        assertThat(server.calls().getFirst().headers())
                .containsEntry("authorization", "Bearer luma-key");
        return json(server.calls().getFirst().body());
    }

    private PollOutcome poll(String recording) {
        server.on("GET", "/generations/" + ID, Answer.of(200, recorded.text(recording)));
        return provider().polling().poll(new ProviderRequest("dream-machine", ID, Map.of()));
    }

    private static ProviderOrder picture() {
        return Orders.picture("dream-machine", "photon-1");
    }

    private Provider provider() {
        return provider(server.base(), "http://localhost:8080");
    }

    private static Provider provider(URI base, String publicUrl) {
        return DreamMachineProvider.of(
                Settings.of(
                        base,
                        () -> new SecretText("luma-key"),
                        () -> URI.create(publicUrl),
                        new MutableClock(Samples.NOW)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
