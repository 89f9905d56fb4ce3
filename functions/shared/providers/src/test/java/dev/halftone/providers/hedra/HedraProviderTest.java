package dev.halftone.providers.hedra;

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
import org.junit.jupiter.api.BeforeEach;

/** Hedra keeps the contract of providers. */
class HedraProviderTest extends ProviderContract implements ExpiringContract {

    private static final String POLL = "/jobs/job_7b00000000000000000000000001";

    final Recordings recorded = new Recordings("hedra");

    @BeforeEach
    void takeFiles() {
        server.on("POST", "/files", Answer.of(201, recorded.text("file")));
    }

    @Override
    protected @Nullable String rule(Objection.Side side) {
        return "MODERATION_FAILED";
    }

    @Override
    protected Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        return HedraProvider.of(setting, timeouts);
    }

    @Override
    public ProviderOrder order() {
        return Orders.picture(HedraProvider.NAME, model());
    }

    String model() {
        return "flux2-pro";
    }

    @Override
    protected List<ProviderMedia> results() {
        return List.of(
                new ProviderMedia(
                        URI.create("https://media.example.com/hedra/picture.png?sig=1"),
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
                "/models/" + model(),
                switch (answer) {
                    case TAKEN -> Answer.of(202, recorded.text("accepted"));
                    case BUSY_FOR_SEVEN_SECONDS -> Answer.of(429, recorded.text("error-busy"));
                    case OUT_OF_SERVICE -> Answer.of(503, "upstream unavailable");
                    case BROKEN -> Answer.of(500, recorded.text("error-inside"));
                    case MODERATED -> Answer.of(422, recorded.text("error-moderation"));
                    case INPUT_REFUSED -> Answer.of(400, recorded.text("error-input"));
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
            case WAITING -> Answer.of(200, recorded.text("job-in-queue"));
            case WORKING -> Answer.of(200, recorded.text("job-in-progress"));
            case NEVER_HEARD_OF -> Answer.of(200, recorded.text("job-never-heard-of"));
            case DONE -> Answer.of(200, recorded.text("job-completed"));
            case FAILED -> Answer.of(200, recorded.text("job-failed"));
            case MODERATED -> Answer.of(200, recorded.text("job-failed-moderation"));
            case EMPTY -> Answer.of(200, recorded.text("job-completed-empty"));
            case EXPIRED -> Answer.of(200, recorded.text("job-completed-expired"));
            case FORGOTTEN -> Answer.of(404, recorded.text("error-unknown"));
            case CUT_SHORT -> Answer.ending(Ending.CUT_WITHIN_BODY, recorded.text("job-completed"));
            case BUSY -> Answer.of(429, recorded.text("error-busy"));
            case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
            case UNREADABLE -> Answer.of(200, "{\"state\":");
            case BROKEN -> Answer.of(502, "bad gateway");
            case SILENT -> silence();
        };
    }
}
