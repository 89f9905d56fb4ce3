package dev.halftone.providers.openai;

import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.RetryAfter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads OpenAI's refusals. Codes are a contract; sentences are not, and may quote the prompt. */
final class OpenAiErrors {

    private static final Pattern CODE_FORM = Pattern.compile("[a-z0-9_.]{1,60}");

    private static final Pattern CATEGORY_FORM = Pattern.compile("[a-z-]{1,30}(?:/[a-z-]{1,30})?");
    private static final int CATEGORIES_MAX = 8;

    private final RetryAfter retryAfter;

    OpenAiErrors(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    Outcome outcome(ProviderAnswer answer, Route route) {
        String code = code(answer);
        String detail = "openai answered " + answer.code() + " " + code;
        if (OpenAiProtocol.MODERATION.contains(code)) {
            return Outcome.Refused.moderated(detail + kind(answer), objection(answer, code));
        }
        if (OpenAiProtocol.BILLING.contains(code)) {
            return Outcome.Refused.key(detail + ": our account has no more credit");
        }
        if (OpenAiProtocol.MODEL_NOT_FOUND.equals(code)) {
            return Outcome.Refused.endpoint(
                    detail + ": the catalogue's " + route.endpoint() + " is not offered to us");
        }
        return switch (answer.code()) {
            case 401, 403 -> Outcome.Refused.key(detail + ": our key is not accepted");
            case 404 -> Outcome.Refused.endpoint(detail);
            case 429, 503 -> new Outcome.Postponed(retryAfter.of(answer), detail);
            // No idempotency key is documented: what timed out there may be made and billed.
            case 408, 409, 499 -> new Outcome.Unknown(detail);
            default -> byClass(answer.code() / 100, detail);
        };
    }

    private static Outcome byClass(int hundreds, String detail) {
        return switch (hundreds) {
            case 5 -> new Outcome.Unknown(detail);
            case 4 -> new Outcome.Refused(FailureReason.INVALID_REQUEST, detail);
            default -> new Outcome.Refused(FailureReason.PROVIDER_ERROR, detail);
        };
    }

    /** At which stage, and why, as far as they are words; older answers say neither. */
    private static String kind(ProviderAnswer answer) {
        JsonNode details = answer.body().path(OpenAiProtocol.ERROR).path(OpenAiProtocol.DETAILS);
        List<String> words =
                Stream.concat(
                                Stream.of(details.path(OpenAiProtocol.STAGE)),
                                details.path(OpenAiProtocol.CATEGORIES).valueStream())
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .filter(word -> CATEGORY_FORM.matcher(word).matches())
                        .limit(CATEGORIES_MAX)
                        .toList();
        return words.isEmpty() ? "" : ": " + String.join(", ", words);
    }

    /**
     * The first category, or else the code. What is not told to be about the result is about the
     * prompt, of which alone older answers told.
     */
    private static Objection objection(ProviderAnswer answer, String code) {
        JsonNode details = answer.body().path(OpenAiProtocol.ERROR).path(OpenAiProtocol.DETAILS);
        String rule =
                details.path(OpenAiProtocol.CATEGORIES)
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .filter(word -> CATEGORY_FORM.matcher(word).matches())
                        .findFirst()
                        .orElse(code);
        return details.path(OpenAiProtocol.STAGE).asString("").equals(OpenAiProtocol.OUTPUT)
                ? Objection.toResult(rule)
                : Objection.toPrompt(rule);
    }

    /** The code, or else the type, if it has the form of one. */
    private static String code(ProviderAnswer answer) {
        JsonNode error = answer.body().path(OpenAiProtocol.ERROR);
        return ProviderAnswer.text(error, OpenAiProtocol.CODE)
                .or(() -> ProviderAnswer.text(error, OpenAiProtocol.TYPE))
                .filter(text -> CODE_FORM.matcher(text).matches())
                .or(() -> Optional.of("without a code"))
                .get();
    }
}
