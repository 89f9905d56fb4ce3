package dev.halftone.providers.llm;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.DirectProviderContract;
import dev.halftone.providers.Orders;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Ending;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** A language model keeps the contract of providers that answer with the result itself. */
class LlmProviderTest extends DirectProviderContract {

    private static final Recordings RECORDED = new Recordings("llm");
    private static final String PATH = "/v1/chat/completions";

    @Override
    protected String rule(Objection.Side side) {
        return side == Objection.Side.PROMPT ? "content_policy_violation" : "content_filter";
    }

    @Override
    protected DirectProvider provider(
            ScriptedServer at, Duration callTimeout, Supplier<SecretText> key) {
        return LlmProvider.of(
                Settings.of(
                        at.base().resolve("/v1"),
                        key,
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)),
                callTimeout);
    }

    @Override
    protected ProviderOrder order() {
        return Orders.text("llm", "a-model");
    }

    // It may call its models whatever it likes, in one word.
    @Override
    protected String foreignEndpoint() {
        return "no model at all";
    }

    @Override
    protected byte[] result() {
        return Texts.WRITTEN.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Usage usage() {
        return new Usage(212, 148);
    }

    @Override
    protected String shownKey() {
        return server.calls().getLast().header("authorization").substring("Bearer ".length());
    }

    @Override
    protected void onOrder(Answer answer, String picture) {
        String whole = Texts.saying(Texts.WRITTEN);
        server.on(
                "POST",
                PATH,
                switch (answer) {
                    case MADE -> ScriptedServer.Answer.of(200, whole);
                    case BUSY_FOR_SEVEN_SECONDS -> error(429, "rate").with("Retry-After", "7");
                    case OUT_OF_SERVICE -> error(503, "server");
                    case BROKEN -> error(500, "server");
                    case MODERATED -> error(400, "content-policy");
                    case RESULT_MODERATED ->
                            ScriptedServer.Answer.of(200, RECORDED.text("filtered"));
                    case INPUT_REFUSED -> error(400, "input");
                    case KEY_REFUSED -> error(401, "key");
                    case MODEL_RETIRED -> error(404, "model");
                    case EMPTY -> ScriptedServer.Answer.of(200, RECORDED.text("without-choices"));
                    // What stands for the text is no JSON, and so the whole answer is none.
                    case NO_BASE64 ->
                            ScriptedServer.Answer.of(
                                    200, RECORDED.text("written").replace("\"CONTENT\"", "words"));
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
