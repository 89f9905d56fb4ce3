package dev.halftone.providers.fal;

import static dev.halftone.providers.ScriptedServer.Answer;
import static dev.halftone.providers.ScriptedServer.Ending;

import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ExpiringContract;
import dev.halftone.providers.ProviderContract;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.StoppingContract;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** fal.ai keeps the contract of providers. */
class FalProviderTest extends ProviderContract implements StoppingContract, ExpiringContract {

    private static final String RECORDED_ENDPOINT = "/fal-ai/nano-banana-pro";
    private static final String REQUEST = "/requests/0c1e7d1a-0000-4000-8000-000000000001";

    @Override
    protected @Nullable String rule(Objection.Side side) {
        return side == Objection.Side.PROMPT ? "content_policy_violation" : "has_nsfw_concepts";
    }

    @Override
    protected Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        return FalProvider.of(setting, timeouts);
    }

    @Override
    public ProviderOrder order() {
        return new ProviderOrder(Samples.generation(1, 1, 4), Samples.model().routes().getFirst());
    }

    @Override
    protected ProviderOrder heeding() {
        return order();
    }

    @Override
    protected String foreignEndpoint() {
        return "gpt-image-2.5";
    }

    String endpoint() {
        return RECORDED_ENDPOINT;
    }

    /** Recorded: a result, and one with nothing in it. */
    String done() {
        return "result";
    }

    String empty() {
        return "result-without-pictures";
    }

    @Override
    protected List<ProviderMedia> results() {
        return List.of(
                new ProviderMedia(
                        URI.create("https://v3b.fal.media/files/b/example/output.png"),
                        "image/png"));
    }

    @Override
    public void onSubmit(SubmitAnswer answer) {
        server.on(
                "POST",
                endpoint(),
                switch (answer) {
                    case TAKEN -> Answer.of(200, recorded("accepted"));
                    case BUSY_FOR_SEVEN_SECONDS ->
                            Answer.of(429, recorded("error-sentence")).with("Retry-After", "7");
                    case OUT_OF_SERVICE -> Answer.of(503, "upstream unavailable");
                    case BROKEN -> Answer.of(500, recorded("error-runner"));
                    case MODERATED -> Answer.of(422, recorded("error-content-policy"));
                    case INPUT_REFUSED -> Answer.of(422, recorded("error-unsupported-input"));
                    case KEY_REFUSED -> Answer.of(401, recorded("error-sentence"));
                    case UNREADABLE -> Answer.of(200, "<html>");
                    case LOST -> Answer.ending(Ending.CUT_BEFORE_ANSWER, "");
                    case SILENT -> silenceAfterAnOrder();
                });
    }

    @Override
    public void onPoll(PollAnswer... answers) {
        server.on(
                "GET",
                endpoint() + REQUEST + "/status",
                Arrays.stream(answers).map(this::state).toArray(Answer[]::new));
        // Only the last of a sequence is ever done.
        server.on("GET", endpoint() + REQUEST, result(answers[answers.length - 1]));
    }

    private Answer state(PollAnswer answer) {
        return switch (answer) {
            case WAITING -> Answer.of(202, recorded("state-in-queue"));
            case WORKING -> Answer.of(202, recorded("state-in-progress"));
            case NEVER_HEARD_OF -> Answer.of(200, recorded("state-never-heard-of"));
            case DONE, MODERATED, EMPTY, EXPIRED, CUT_SHORT ->
                    Answer.of(200, recorded("state-completed"));
            case FAILED -> Answer.of(200, recorded("state-completed-with-error"));
            case FORGOTTEN -> Answer.of(404, recorded("not-found"));
            case UNREADABLE -> Answer.of(200, "{\"status\":");
            case BROKEN -> Answer.of(502, "bad gateway");
            case BUSY -> Answer.of(429, recorded("error-sentence"));
            case KEY_REFUSED -> Answer.of(401, recorded("error-sentence"));
            case SILENT -> silence();
        };
    }

    private Answer result(PollAnswer answer) {
        return switch (answer) {
            case DONE -> Answer.of(200, recorded(done()));
            case MODERATED -> Answer.of(200, recorded("result-blanked"));
            case EMPTY -> Answer.of(200, recorded(empty()));
            case EXPIRED -> Answer.of(404, recorded("not-found"));
            case CUT_SHORT -> Answer.ending(Ending.CUT_WITHIN_BODY, recorded(done()));
            case FAILED -> Answer.of(500, recorded("error-runner"));
            case WAITING,
                    WORKING,
                    NEVER_HEARD_OF,
                    FORGOTTEN,
                    UNREADABLE,
                    BROKEN,
                    BUSY,
                    KEY_REFUSED,
                    SILENT ->
                    Answer.of(400, recorded("error-sentence"));
        };
    }

    @Override
    public void onCancel(CancelAnswer answer) {
        server.on(
                "PUT",
                endpoint() + REQUEST + "/cancel",
                switch (answer) {
                    case HEARD -> Answer.of(202, recorded("cancellation-requested"));
                    case TOO_LATE -> Answer.of(400, recorded("already-completed"));
                    case FORGOTTEN -> Answer.of(404, recorded("not-found"));
                    case BROKEN -> Answer.of(502, "bad gateway");
                });
    }

    private String recorded(String name) {
        return Recorded.text(name, server.base()).replace(RECORDED_ENDPOINT, endpoint());
    }
}
