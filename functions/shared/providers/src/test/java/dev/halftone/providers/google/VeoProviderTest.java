package dev.halftone.providers.google;

import static dev.halftone.providers.ScriptedServer.Answer;
import static dev.halftone.providers.ScriptedServer.Ending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.Orders;
import dev.halftone.providers.ProviderContract;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.Recordings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Veo on Vertex AI keeps the contract of providers, and hangs up where a film begins. */
class VeoProviderTest extends ProviderContract {

    private static final Recordings RECORDED = new Recordings("google");
    private static final String MODEL = "veo-3.1-generate-001";
    private static final String PATH =
            "/v1/projects/project-1/locations/us-central1/publishers/google/models/" + MODEL;
    private static final String OPERATION = "9f0c2b1e-0000-4000-8000-000000000001";

    @Override
    protected @Nullable String rule(Objection.Side side) {
        return side == Objection.Side.PROMPT ? "58061214" : "17301594";
    }

    @Override
    protected Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        server.on(
                "POST",
                "/token",
                Answer.of(200, "{\"access_token\":\"" + KEY + "\",\"expires_in\":3599}"));
        return VeoProvider.of(
                new ProviderSetting(
                        setting.baseUrl(),
                        "us-central1",
                        null,
                        setting.key(),
                        setting.us(),
                        setting.clock()),
                timeouts);
    }

    @Override
    protected SecretText key() {
        return Credentials.serviceAccount(server.base().resolve("/token"));
    }

    @Override
    protected String unusableKey() {
        return "vertex: the credential is neither a service account's nor a federation's";
    }

    @Override
    protected InputRole[] roles() {
        return new InputRole[] {InputRole.FIRST_FRAME};
    }

    @Override
    protected ProviderOrder heeding() {
        return order();
    }

    @Override
    public ProviderOrder order() {
        return Orders.film(VeoProvider.NAME, MODEL, "16:9", Resolution.P720);
    }

    @Override
    protected List<ProviderMedia> results() {
        return List.of(
                new ProviderMedia(
                        URI.create("vertex-veo:" + MODEL + "/" + OPERATION), "video/mp4"));
    }

    @Override
    protected @Nullable Integer ahead() {
        return null;
    }

    @Override
    public void onSubmit(SubmitAnswer answer) {
        server.on(
                "POST",
                PATH + ":predictLongRunning",
                switch (answer) {
                    case TAKEN -> recorded(200, "veo-accepted");
                    case BUSY_FOR_SEVEN_SECONDS -> recorded(429, "error-quota");
                    case OUT_OF_SERVICE -> recorded(503, "error-unavailable");
                    case BROKEN -> recorded(500, "error-internal");
                    case MODERATED -> recorded(400, "veo-error-moderation");
                    case INPUT_REFUSED -> recorded(400, "error-argument");
                    case KEY_REFUSED -> recorded(401, "error-unauthenticated");
                    case UNREADABLE -> Answer.of(200, "<html>");
                    case LOST -> Answer.ending(Ending.CUT_BEFORE_ANSWER, "");
                    case SILENT -> silenceAfterAnOrder();
                });
    }

    @Override
    public void onPoll(PollAnswer... answers) {
        server.on(
                "POST",
                PATH + ":fetchPredictOperation",
                Arrays.stream(answers).map(this::state).toArray(Answer[]::new));
    }

    private Answer state(PollAnswer answer) {
        return switch (answer) {
            case WAITING -> recorded(200, "veo-waiting");
            case WORKING -> recorded(200, "veo-working");
            case NEVER_HEARD_OF -> recorded(200, "veo-never-heard-of");
            case DONE -> recorded(200, "veo-done");
            case FAILED -> recorded(200, "veo-failed");
            case MODERATED -> recorded(200, "veo-filtered");
            case EMPTY -> recorded(200, "veo-empty");
            case FORGOTTEN, EXPIRED -> recorded(404, "error-not-found");
            case UNREADABLE -> Answer.of(200, "{\"name\":");
            case CUT_SHORT -> Answer.ending(Ending.CUT_WITHIN_BODY, "{\"name\":\"pro");
            case BROKEN -> Answer.of(502, "bad gateway");
            case BUSY -> recorded(429, "error-quota");
            case KEY_REFUSED -> recorded(401, "error-unauthenticated");
            case SILENT -> silence();
        };
    }

    private static Answer recorded(int code, String name) {
        return Answer.of(code, RECORDED.text(name));
    }

    @Test
    void asksForOneSilentFilmOfTheLengthAndSize() {
        submitted();

        assertThat(sent())
                .isEqualTo(
                        """
                        {"instances":[{"prompt":"A lighthouse at dusk"}],
                         "parameters":{"sampleCount":1,"durationSeconds":5,"aspectRatio":"16:9",
                           "resolution":"720p","generateAudio":false}}
                        """
                                .replaceAll("\\n *", ""));
    }

    @Test
    void asksForTheOperationByTheNameThatItHasInOurProject() {
        onPoll(PollAnswer.WORKING);

        provider().polling().poll(submitted());

        assertThat(JsonMapper.shared().readTree(sent()).path("operationName").asString())
                .isEqualTo(PATH.substring("/v1/".length()) + "/operations/" + OPERATION);
        assertThat(server.calls().getLast().headers().get("authorization"))
                .isEqualTo("Bearer " + KEY);
    }

    /** The film is fetched by whoever stores it: a poll that read it all would take minutes. */
    @Test
    void hangsUpWhereTheFilmBegins() {
        String film = RECORDED.text("veo-done");
        server.on(
                "POST",
                PATH + ":fetchPredictOperation",
                Answer.ending(
                        Ending.ENDLESS_BODY,
                        film.substring(0, film.indexOf("FILM")) + "A".repeat(99_999)));

        assertThat(provider().polling().poll(submitted()))
                .isEqualTo(new PollOutcome.Completed(results()));
    }

    /** Nothing else may be asked about in our name. */
    @Test
    void takesNoNameThatIsNotOneOfAnOperation() {
        server.on(
                "POST",
                PATH + ":predictLongRunning",
                Answer.of(200, "{\"name\":\"projects/p/operations/../secrets\"}"));

        assertThat(provider().submission().submit(order()))
                .isInstanceOf(SubmissionOutcome.Unknown.class);
    }

    @Test
    void knowsAFailureByTheRulesFromOthers() {
        server.on("POST", PATH + ":fetchPredictOperation", recorded(200, "veo-failed-moderation"));

        assertThat(provider().polling().poll(submitted()))
                .isEqualTo(
                        PollOutcome.Failed.moderated(
                                "failed at vertex-veo with code 3",
                                Objection.toPrompt("58061214")));
    }

    private String sent() {
        return server.calls().getLast().body();
    }
}
