package dev.halftone.providers.openai;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.DirectProviderContract;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Ending;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** OpenAI keeps the contract of providers that answer with the picture itself. */
class OpenAiProviderTest extends DirectProviderContract {

    private static final Recordings RECORDED = new Recordings("openai");
    private static final String PATH = "/v1/images/generations";

    @Override
    protected String rule(Objection.Side side) {
        return side == Objection.Side.PROMPT ? "self-harm/intent" : "sexual";
    }

    @Override
    protected DirectProvider provider(
            ScriptedServer at, Duration callTimeout, Supplier<SecretText> key) {
        return OpenAiProvider.of(
                Settings.of(
                        at.base().resolve("/v1"),
                        key,
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)),
                callTimeout);
    }

    @Override
    protected ProviderOrder order() {
        return order("openai", "gpt-image-2.5-flare");
    }

    @Override
    protected Usage usage() {
        return new Usage(28, 1784);
    }

    @Override
    protected String shownKey() {
        return server.calls().getLast().header("authorization").substring("Bearer ".length());
    }

    @Override
    protected void onOrder(Answer answer, String picture) {
        String whole = RECORDED.text("picture").replace("PICTURE", picture);
        server.on(
                "POST",
                PATH,
                switch (answer) {
                    case MADE ->
                            ScriptedServer.Answer.of(200, whole).with("x-request-id", "req_0123");
                    case BUSY_FOR_SEVEN_SECONDS -> error(429, "rate").with("Retry-After", "7");
                    case OUT_OF_SERVICE -> error(503, "server");
                    case BROKEN -> error(500, "server");
                    case MODERATED -> error(400, "moderation-wordy");
                    case RESULT_MODERATED -> error(400, "moderation");
                    case INPUT_REFUSED -> error(400, "input");
                    case KEY_REFUSED -> error(401, "key");
                    case MODEL_RETIRED -> error(404, "model");
                    case EMPTY -> ScriptedServer.Answer.of(200, RECORDED.text("without-picture"));
                    case NO_BASE64 ->
                            ScriptedServer.Answer.of(200, whole.replace(picture, "no base64!"));
                    case UNREADABLE -> ScriptedServer.Answer.of(200, "<html>");
                    case CUT_SHORT ->
                            ScriptedServer.Answer.ending(
                                    Ending.CUT_WITHIN_BODY, whole.substring(0, whole.length() / 2));
                    case ENDLESS ->
                            ScriptedServer.Answer.ending(Ending.ENDLESS_BODY, " ".repeat(9_999));
                    case ENDLESS_FAILURE ->
                            new ScriptedServer.Answer(
                                    500, Map.of(), " ".repeat(9_999), Ending.ENDLESS_BODY);
                    case DRIPPING -> ScriptedServer.Answer.ending(Ending.DRIPPING, whole);
                    case LOST -> ScriptedServer.Answer.ending(Ending.CUT_BEFORE_ANSWER, "");
                    case SILENT -> ScriptedServer.Answer.ending(Ending.NEVER, "");
                });
    }

    private static ScriptedServer.Answer error(int code, String name) {
        return ScriptedServer.Answer.of(code, RECORDED.text("error-" + name));
    }
}
