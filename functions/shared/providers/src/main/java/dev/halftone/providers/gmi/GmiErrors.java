package dev.halftone.providers.gmi;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.providers.ProviderAnswer;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;

/**
 * Reads what GMI Cloud says about a failure. It has sentences only, which may quote the prompt, so
 * none is handed on.
 */
final class GmiErrors {

    private GmiErrors() {}

    /** The code that counts: of the model's own provider, if the answer wraps one. */
    static int code(ProviderAnswer answer) {
        Matcher wrapped = GmiProtocol.WRAPPED.matcher(sentences(answer.body()));
        return answer.code() / 100 == 5 && wrapped.find()
                ? Integer.parseInt(wrapped.group(1))
                : answer.code();
    }

    static boolean isModeration(JsonNode body) {
        return GmiProtocol.MODERATION
                .matcher(sentences(body) + " " + sentences(body.path(GmiProtocol.OUTCOME)))
                .find();
    }

    /** Why work failed that this object describes. */
    static PollOutcome failed(JsonNode request) {
        String detail = "failed at gmi";
        return isModeration(request)
                ? PollOutcome.Failed.moderated(detail, objection(request))
                : new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, detail);
    }

    /** It is about what was made, unless its sentence says that it is about what came in. */
    private static Objection objection(JsonNode request) {
        String said = sentences(request) + " " + sentences(request.path(GmiProtocol.OUTCOME));
        boolean input =
                GmiProtocol.INPUT.matcher(said).find() && !GmiProtocol.OUTPUT.matcher(said).find();
        return input ? Objection.toPrompt(null) : Objection.toResult(null);
    }

    /** For operators. */
    static String detail(ProviderAnswer answer) {
        int code = code(answer);
        return code == answer.code()
                ? "gmi answered " + code
                : "gmi answered " + answer.code() + " around " + code;
    }

    private static String sentences(JsonNode object) {
        StringBuilder all = new StringBuilder();
        for (String field : GmiProtocol.SENTENCES) {
            ProviderAnswer.text(object, field).ifPresent(text -> all.append(text).append(' '));
        }
        return all.toString();
    }
}
