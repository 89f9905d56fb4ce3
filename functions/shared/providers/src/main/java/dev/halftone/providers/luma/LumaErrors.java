package dev.halftone.providers.luma;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.providers.ProviderAnswer;
import java.util.regex.Pattern;

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

    /** Why work failed. */
    static FailureReason reason(ProviderAnswer answer) {
        String code = code(answer);
        if (code.equals(LumaProtocol.CONTENT_MODERATED)) {
            return FailureReason.MODERATION;
        }
        return LumaProtocol.INPUT_CODES.contains(code)
                ? FailureReason.INVALID_REQUEST
                : FailureReason.PROVIDER_ERROR;
    }

    /** For operators. */
    static String code(ProviderAnswer answer) {
        return answer.text(LumaProtocol.FAILURE_CODE)
                .filter(code -> CODE_FORM.matcher(code).matches())
                .orElse("no code");
    }
}
