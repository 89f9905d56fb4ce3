package dev.halftone.providers.luma;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.providers.ProviderAnswer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what Luma says about a failure. Its codes are a contract, its sentences are not. */
final class LumaErrors {

    private static final Pattern CODE_FORM = Pattern.compile("[a-z_]{1,40}");

    private static final Pattern MODERATION = Pattern.compile("moderat", Pattern.CASE_INSENSITIVE);

    private LumaErrors() {}

    /** Of a refusal, which has a sentence only. */
    static boolean isModeration(ProviderAnswer answer) {
        return answer.code() / 100 == 4
                && (code(answer).equals(LumaProtocol.CONTENT_MODERATED)
                        || answer.text(LumaProtocol.DETAIL)
                                .filter(text -> MODERATION.matcher(text).find())
                                .isPresent());
    }

    /** The code, unless a sentence alone told of the rules. */
    static @Nullable String rule(ProviderAnswer answer) {
        return code(answer).equals(LumaProtocol.CONTENT_MODERATED)
                ? LumaProtocol.CONTENT_MODERATED
                : null;
    }

    /** Why work failed that was taken. */
    static PollOutcome failed(ProviderAnswer answer) {
        String code = code(answer);
        String detail = "failed at luma: " + code;
        if (code.equals(LumaProtocol.CONTENT_MODERATED)) {
            return PollOutcome.Failed.moderated(detail, Objection.toResult(code));
        }
        return new PollOutcome.Failed(
                LumaProtocol.INPUT_CODES.contains(code)
                        ? FailureReason.INVALID_REQUEST
                        : FailureReason.PROVIDER_ERROR,
                detail);
    }

    private static String code(ProviderAnswer answer) {
        return answer.text(LumaProtocol.FAILURE_CODE)
                .filter(code -> CODE_FORM.matcher(code).matches())
                .orElse("no code");
    }
}
