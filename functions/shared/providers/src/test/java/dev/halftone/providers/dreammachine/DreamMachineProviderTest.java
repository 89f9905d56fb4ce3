package dev.halftone.providers.dreammachine;

import static dev.halftone.providers.ScriptedServer.Answer;
import static dev.halftone.providers.ScriptedServer.Ending;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ErasingContract;
import dev.halftone.providers.InquiryContract;
import dev.halftone.providers.Orders;
import dev.halftone.providers.ProviderContract;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.StoppingContract;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dream Machine keeps the contract of providers. */
class DreamMachineProviderTest extends ProviderContract
        implements InquiryContract, StoppingContract, ErasingContract {

    private static final String SUBMIT = "/generations/image";
    private static final String POLL = "/generations/5d2c1a00-0000-4000-8000-000000000001";

    private final Recordings recorded = new Recordings("dream-machine");

    @Override
    protected Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        return DreamMachineProvider.of(setting, timeouts);
    }

    @Override
    protected InputRole[] roles() {
        return new InputRole[] {};
    }

    @Override
    public ProviderOrder order() {
        return Orders.picture(DreamMachineProvider.NAME, "photon-1");
    }

    @Override
    protected List<ProviderMedia> results() {
        return List.of(
                new ProviderMedia(
                        URI.create("https://storage.cdn-luma.com/dream_machine/picture.png"),
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
                            Answer.of(429, recorded.text("error-busy")).with("Retry-After", "7");
                    case OUT_OF_SERVICE -> Answer.of(503, "upstream unavailable");
                    case BROKEN -> Answer.of(500, "{}");
                    case MODERATED -> Answer.of(400, recorded.text("error-moderation"));
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
            case WAITING -> Answer.of(200, recorded.text("state-queued"));
            case WORKING -> Answer.of(200, recorded.text("state-dreaming"));
            case NEVER_HEARD_OF -> Answer.of(200, recorded.text("state-never-heard-of"));
            case DONE -> Answer.of(200, recorded.text("state-completed"));
            case FAILED -> Answer.of(200, recorded.text("state-failed"));
            case MODERATED ->
                    Answer.of(
                            200,
                            recorded.text("state-failed-moderation")
                                    .replace("Input frame", "Video"));
            // Nothing here tells an empty result from one that is gone.
            case EMPTY, EXPIRED -> Answer.of(200, recorded.text("state-completed-empty"));
            case FORGOTTEN -> Answer.of(404, recorded.text("error-unknown"));
            case CUT_SHORT ->
                    Answer.ending(Ending.CUT_WITHIN_BODY, recorded.text("state-completed"));
            case BUSY -> Answer.of(429, recorded.text("error-busy"));
            case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
            case UNREADABLE -> Answer.of(200, "{\"state\":");
            case BROKEN -> Answer.of(502, "bad gateway");
            case SILENT -> silence();
        };
    }

    @Override
    public void onCancel(CancelAnswer answer) {
        server.on(
                "DELETE",
                POLL,
                switch (answer) {
                    case HEARD -> Answer.of(204, "");
                    case TOO_LATE -> Answer.of(409, recorded.text("error-input"));
                    case FORGOTTEN -> Answer.of(404, recorded.text("error-unknown"));
                    case BROKEN -> Answer.of(502, "bad gateway");
                });
    }

    @Override
    public void onErase(EraseAnswer answer) {
        server.on(
                "DELETE",
                POLL,
                switch (answer) {
                    case ERASED -> Answer.of(204, "");
                    case FORGOTTEN -> Answer.of(404, recorded.text("error-unknown"));
                    case REFUSED -> Answer.of(409, recorded.text("error-input"));
                    case BROKEN -> Answer.of(502, "bad gateway");
                    case BUSY -> Answer.of(429, recorded.text("error-busy"));
                    case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
                    case LOST -> Answer.ending(Ending.CUT_BEFORE_ANSWER, "");
                    case SILENT -> silence();
                });
    }

    @Override
    public void onInquiry(InquiryAnswer answer) {
        server.on(
                "GET",
                "/generations",
                switch (answer) {
                    case HAS_IT -> Answer.of(200, withOurCallback("list"));
                    case HAS_OTHERS -> Answer.of(200, withOurCallback("list-of-others"));
                    case UNREADABLE -> Answer.of(200, "{\"generations\":");
                    case BROKEN -> Answer.of(502, "bad gateway");
                    case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
                });
    }

    /** As the provider repeats what it was sent. */
    private String withOurCallback(String recording) {
        String token =
                new DreamMachineCallbacks(() -> new SecretText(KEY)).token(Orders.GENERATION);
        return recorded.text(recording)
                .replace(
                        "@callback@",
                        "http://localhost:8080/v1/webhooks/dream-machine/"
                                + Orders.GENERATION
                                + "/"
                                + token);
    }
}
