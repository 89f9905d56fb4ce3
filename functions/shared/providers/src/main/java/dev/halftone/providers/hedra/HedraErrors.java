package dev.halftone.providers.hedra;

import dev.halftone.core.generation.Blame;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.RetryAfter;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads Hedra's error envelope, which is the same in a refusal, in a failed job and in a failed
 * output. Its codes are a contract; its messages may quote the prompt and are not handed on.
 */
final class HedraErrors {

    private static final Pattern CODE_FORM = Pattern.compile("[A-Z_]{1,40}");

    private HedraErrors() {}

    /** The code of an error, or "none". */
    static String code(JsonNode error) {
        return ProviderAnswer.text(error, HedraProtocol.CODE)
                .filter(code -> CODE_FORM.matcher(code).matches())
                .orElse("none");
    }

    /** Whether it was surely not taken, and may be if it is sent again. */
    static boolean isForLater(ProviderAnswer answer) {
        JsonNode error = answer.body().path(HedraProtocol.ERROR);
        return error.path(HedraProtocol.RETRYABLE).asBoolean(false)
                || answer.code() == 429
                || answer.code() == 503;
    }

    /** Why work failed, or was refused, with this error. */
    static FailureReason reason(JsonNode error) {
        String code = code(error);
        if (code.equals(HedraProtocol.MODERATION_FAILED)) {
            return FailureReason.MODERATION;
        }
        return HedraProtocol.INPUT_CODES.contains(code)
                ? FailureReason.INVALID_REQUEST
                : FailureReason.PROVIDER_ERROR;
    }

    /** What the rules refused, if they are what it failed of. */
    static @Nullable Objection objection(JsonNode error, Objection.Side side) {
        return reason(error) == FailureReason.MODERATION ? new Objection(side, code(error)) : null;
    }

    /** An order, or a file of one, that is not taken for what is in it. */
    static SubmissionOutcome.Refused refused(JsonNode error, String detail) {
        return new SubmissionOutcome.Refused(
                reason(error), detail, Blame.ORDER, objection(error, Objection.Side.PROMPT));
    }

    /** As the error says, else as the header does. */
    static Duration retryAfter(JsonNode error, ProviderAnswer answer, RetryAfter header) {
        JsonNode seconds = error.path(HedraProtocol.RETRY_AFTER);
        return seconds.isNumber()
                ? RetryAfter.withinReason(Duration.ofMillis((long) (seconds.asDouble() * 1000)))
                : header.of(answer);
    }

    /** For operators. */
    static String detail(ProviderAnswer answer) {
        String code = code(answer.body().path(HedraProtocol.ERROR));
        return "hedra answered " + answer.code() + " " + code;
    }
}
