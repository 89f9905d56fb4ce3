package dev.halftone.providers.llm;

import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.RetryAfter;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads refusals. Codes differ between endpoints; sentences may quote the brief. */
final class LlmErrors {

    private static final Pattern CODE_FORM = Pattern.compile("[A-Za-z0-9_.]{1,60}");

    private final RetryAfter retryAfter;

    LlmErrors(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    Outcome outcome(ProviderAnswer answer, String model) {
        String code = code(answer);
        String detail = "llm answered " + answer.code() + " " + code;
        if (LlmProtocol.MODERATION.contains(code)) {
            return Outcome.Refused.moderated(detail, Objection.toPrompt(code));
        }
        if (LlmProtocol.BILLING.contains(code)) {
            return Outcome.Refused.key(detail + ": our account has no more credit");
        }
        if (LlmProtocol.MODEL_NOT_FOUND.equals(code)) {
            return notOffered(detail, model);
        }
        return switch (answer.code()) {
            case 401, 403 -> Outcome.Refused.key(detail + ": our key is not accepted");
            // Most endpoints have no code for it, and nothing else there can be missing.
            case 404 -> notOffered(detail, model);
            case 429, 503 -> new Outcome.Postponed(retryAfter.of(answer), detail);
            case 408, 409, 499 -> new Outcome.Unknown(detail);
            default -> byClass(answer.code() / 100, detail);
        };
    }

    private static Outcome notOffered(String detail, String model) {
        return Outcome.Refused.endpoint(
                detail + ": the catalogue's " + model + " is not offered to us");
    }

    private static Outcome byClass(int hundreds, String detail) {
        return switch (hundreds) {
            case 5 -> new Outcome.Unknown(detail);
            case 4 -> new Outcome.Refused(FailureReason.INVALID_REQUEST, detail);
            default -> new Outcome.Refused(FailureReason.PROVIDER_ERROR, detail);
        };
    }

    /** The code, or else the type, if it has the form of one. */
    private static String code(ProviderAnswer answer) {
        JsonNode error = answer.body().path(LlmProtocol.ERROR);
        return ProviderAnswer.text(error, LlmProtocol.CODE)
                .or(() -> ProviderAnswer.text(error, LlmProtocol.TYPE))
                .filter(text -> CODE_FORM.matcher(text).matches())
                .or(() -> Optional.of("without a code"))
                .get();
    }
}
