package dev.halftone.providers.google;

import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.Objection;
import dev.halftone.providers.DirectProviderContract;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Ending;
import java.util.Map;

/** Both ways to Google's models keep the contract in the same words. */
abstract class GenerateContentContract extends DirectProviderContract {

    private static final Recordings RECORDED = new Recordings("google");

    /** Where orders go to. */
    protected abstract String path();

    protected abstract ScriptedServer.Answer keyRefused();

    @Override
    protected String rule(Objection.Side side) {
        return side == Objection.Side.PROMPT ? "PROHIBITED_CONTENT" : "IMAGE_SAFETY";
    }

    @Override
    protected Usage usage() {
        return new Usage(812, 1820);
    }

    @Override
    protected void onOrder(Answer answer, String picture) {
        String whole = RECORDED.text("picture").replace("PICTURE", picture);
        server.on(
                "POST",
                path(),
                switch (answer) {
                    case MADE -> ScriptedServer.Answer.of(200, whole);
                    case BUSY_FOR_SEVEN_SECONDS -> recorded(429, "error-quota");
                    case OUT_OF_SERVICE -> recorded(503, "error-unavailable");
                    case BROKEN -> recorded(500, "error-internal");
                    case MODERATED -> recorded(200, "prompt-blocked");
                    case RESULT_MODERATED ->
                            ScriptedServer.Answer.of(
                                    200,
                                    RECORDED.text("picture-blocked")
                                            .replace("FINISH", "IMAGE_SAFETY"));
                    case INPUT_REFUSED -> recorded(400, "error-argument");
                    case KEY_REFUSED -> keyRefused();
                    case MODEL_RETIRED -> recorded(404, "error-not-found");
                    case EMPTY -> recorded(200, "words-only");
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

    protected static ScriptedServer.Answer recorded(int code, String name) {
        return ScriptedServer.Answer.of(code, RECORDED.text(name));
    }
}
