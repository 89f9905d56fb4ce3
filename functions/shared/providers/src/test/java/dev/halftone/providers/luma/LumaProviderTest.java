package dev.halftone.providers.luma;

import static dev.halftone.providers.ScriptedServer.Answer;
import static dev.halftone.providers.ScriptedServer.Ending;

import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ExpiringContract;
import dev.halftone.providers.Orders;
import dev.halftone.providers.ProviderContract;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.Recordings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Luma keeps the contract of providers. */
class LumaProviderTest extends ProviderContract implements ExpiringContract {

    private static final String SUBMIT = "/generations";
    private static final String POLL = "/generations/5d2c1a00-0000-4000-8000-000000000001";

    private final Recordings recorded = new Recordings("luma");

    @Override
    protected @Nullable String rule(Objection.Side side) {
        return side == Objection.Side.PROMPT ? null : "content_moderated";
    }

    @Override
    protected Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        return LumaProvider.of(setting, timeouts);
    }

    @Override
    public ProviderOrder order() {
        return Orders.picture(LumaProvider.NAME, "uni-1");
    }

    @Override
    protected List<ProviderMedia> results() {
        return List.of(
                new ProviderMedia(
                        URI.create(
                                "https://media.example.com/luma/picture.png?X-Expires=3600&X-Signature=first"),
                        "application/octet-stream"));
    }

    @Override
    protected @Nullable Integer ahead() {
        return null;
    }

    @Override
    public void onSubmit(SubmitAnswer answer) {
        server.on(
                "POST",
                SUBMIT,
                switch (answer) {
                    case TAKEN -> Answer.of(201, recorded.text("accepted"));
                    case BUSY_FOR_SEVEN_SECONDS ->
                            Answer.of(429, recorded.text("error-too-fast"))
                                    .with("Retry-After", "7");
                    case OUT_OF_SERVICE -> Answer.of(503, "upstream unavailable");
                    case BROKEN -> Answer.of(500, "{}");
                    case MODERATED -> Answer.of(422, recorded.text("error-moderated"));
                    case INPUT_REFUSED -> Answer.of(422, recorded.text("error-input"));
                    case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
                    case UNREADABLE -> Answer.of(200, "<html>");
                    case LOST -> Answer.ending(Ending.CUT_BEFORE_ANSWER, "");
                    case SILENT -> silenceAfterAnOrder();
                });
    }

    @Override
    public void onPoll(PollAnswer... answers) {
        server.on("GET", POLL, Arrays.stream(answers).map(this::state).toArray(Answer[]::new));
    }

    private Answer state(PollAnswer answer) {
        return switch (answer) {
            case WAITING -> Answer.of(200, recorded.text("state-queued"));
            case WORKING -> Answer.of(200, recorded.text("state-processing"));
            case NEVER_HEARD_OF -> Answer.of(200, recorded.text("state-never-heard-of"));
            case DONE -> Answer.of(200, recorded.text("state-completed"));
            case FAILED -> Answer.of(200, recorded.text("state-failed-generation-failed"));
            case MODERATED -> Answer.of(200, recorded.text("state-failed-content-moderated"));
            case EMPTY -> Answer.of(200, recorded.text("state-completed-empty"));
            case EXPIRED -> Answer.of(200, recorded.text("state-failed-output-not-found"));
            case FORGOTTEN -> Answer.of(404, recorded.text("error-unknown"));
            case CUT_SHORT ->
                    Answer.ending(Ending.CUT_WITHIN_BODY, recorded.text("state-completed"));
            case BUSY -> Answer.of(429, recorded.text("error-too-fast"));
            case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
            case UNREADABLE -> Answer.of(200, "{\"state\":");
            case BROKEN -> Answer.of(502, "bad gateway");
            case SILENT -> silence();
        };
    }
}
