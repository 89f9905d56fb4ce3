package dev.halftone.providers.gmi;

import static dev.halftone.providers.ScriptedServer.Answer;
import static dev.halftone.providers.ScriptedServer.Ending;

import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.InquiryContract;
import dev.halftone.providers.Orders;
import dev.halftone.providers.ProviderContract;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.Recordings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GMI Cloud keeps the contract of providers, and finds what got no answer in its list. */
class GmiProviderTest extends ProviderContract implements InquiryContract {

    private static final String REQUEST = "/requests/9f0c2b1e-0000-4000-8000-000000000001";

    private final Recordings recorded = new Recordings("gmi");

    @Override
    protected Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        return GmiProvider.of(setting, timeouts);
    }

    @Override
    protected ProviderOrder heeding() {
        return Orders.film(GmiProvider.NAME, "wan2.6-t2v", "16:9", Resolution.P720);
    }

    @Override
    public ProviderOrder order() {
        return Orders.picture(GmiProvider.NAME, "seedream-5.0-lite");
    }

    @Override
    protected List<ProviderMedia> results() {
        return List.of(
                new ProviderMedia(
                        URI.create("https://storage.example.com/gmi/picture.png"),
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
                "/requests",
                switch (answer) {
                    case TAKEN -> Answer.of(200, recorded.text("accepted"));
                    case BUSY_FOR_SEVEN_SECONDS ->
                            Answer.of(429, recorded.text("error-busy")).with("Retry-After", "7");
                    case OUT_OF_SERVICE -> Answer.of(503, "upstream unavailable");
                    case BROKEN -> Answer.of(500, recorded.text("error-inside"));
                    case MODERATED -> Answer.of(400, recorded.text("error-policy"));
                    case INPUT_REFUSED -> Answer.of(400, recorded.text("error-input"));
                    case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
                    case UNREADABLE -> Answer.of(200, "<html>");
                    case LOST -> Answer.ending(Ending.CUT_BEFORE_ANSWER, "");
                    case SILENT -> silenceAfterAnOrder();
                });
    }

    @Override
    public void onPoll(PollAnswer... answers) {
        server.on("GET", REQUEST, Arrays.stream(answers).map(this::state).toArray(Answer[]::new));
    }

    private Answer state(PollAnswer answer) {
        return switch (answer) {
            case WAITING -> Answer.of(200, recorded.text("state-queued"));
            case WORKING -> Answer.of(200, recorded.text("state-processing"));
            case NEVER_HEARD_OF -> Answer.of(200, recorded.text("state-never-heard-of"));
            case DONE -> Answer.of(200, recorded.text("state-success"));
            case FAILED -> Answer.of(200, recorded.text("state-failed"));
            case MODERATED -> Answer.of(200, recorded.text("state-failed-moderation"));
            // Nothing here tells an empty result from one that is gone.
            case EMPTY, EXPIRED -> Answer.of(200, recorded.text("state-success-empty"));
            case FORGOTTEN -> Answer.of(404, recorded.text("error-unknown"));
            case UNREADABLE -> Answer.of(200, "{\"status\":");
            case CUT_SHORT -> Answer.ending(Ending.CUT_WITHIN_BODY, recorded.text("state-success"));
            case BROKEN -> Answer.of(502, "bad gateway");
            case BUSY -> Answer.of(429, recorded.text("error-busy"));
            case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
            case SILENT -> silence();
        };
    }

    @Override
    public void onInquiry(InquiryAnswer answer) {
        server.on(
                "GET",
                "/requests",
                switch (answer) {
                    case HAS_IT -> Answer.of(200, recorded.text("list"));
                    case HAS_OTHERS -> Answer.of(200, recorded.text("list-of-others"));
                    case UNREADABLE -> Answer.of(200, "{\"requests\":");
                    case BROKEN -> Answer.of(502, "bad gateway");
                    case KEY_REFUSED -> Answer.of(401, recorded.text("error-key"));
                });
    }
}
