package dev.halftone.providers.google;

import dev.halftone.core.catalogue.Route;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.providers.KeyQuestion;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.RetryAfter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads Google's refusals. Its status words are a contract; its sentences are not, and may quote
 * the prompt. (https://cloud.google.com/apis/design/errors)
 */
final class GoogleErrors {

    private static final Pattern WORD = Pattern.compile("[A-Z_]{2,60}");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})(?:\\.\\d{1,9})?s");

    private final String provider;
    private final RetryAfter retryAfter;

    GoogleErrors(String provider, RetryAfter retryAfter) {
        this.provider = provider;
        this.retryAfter = retryAfter;
    }

    Outcome outcome(ProviderAnswer answer, Route route) {
        JsonNode error = answer.body().path("error");
        String word = word(error.path("status")).orElse("without a word");
        String detail = provider + " answered " + answer.code() + " " + word;
        if (isAboutTheKey(answer, error)) {
            return Outcome.Refused.key(detail + ": our key is not accepted");
        }
        return switch (answer.code()) {
            case 404 ->
                    Outcome.Refused.endpoint(
                            detail
                                    + ": the catalogue's "
                                    + route.endpoint()
                                    + " is not offered to us");
            // Overloaded, or our quota: in both cases it was not begun.
            case 429, 503 -> new Outcome.Postponed(wait(answer, error), detail);
            case 400 ->
                    new Outcome.Refused(
                            word.equals("INVALID_ARGUMENT")
                                    ? FailureReason.INVALID_REQUEST
                                    // Billing or the country: nothing that the prompt would change.
                                    : FailureReason.PROVIDER_ERROR,
                            detail);
            case 408, 499 -> new Outcome.Unknown(detail);
            default ->
                    answer.code() / 100 == 5
                            ? new Outcome.Unknown(detail)
                            : new Outcome.Refused(FailureReason.PROVIDER_ERROR, detail);
        };
    }

    /** Whether our key was accepted for a question that anybody may ask who has one. */
    static KeyCheck.Outcome ofKey(ProviderAnswer answer) {
        if (isAboutTheKey(answer, answer.body().path("error"))) {
            return KeyQuestion.refused(answer);
        }
        return KeyQuestion.reading(Set.of()).apply(answer);
    }

    /** A key that is none is an "invalid argument" here. */
    private static boolean isAboutTheKey(ProviderAnswer answer, JsonNode error) {
        return answer.code() == 401
                || answer.code() == 403
                || error.path("details")
                        .valueStream()
                        .anyMatch(each -> each.path("reason").asString("").startsWith("API_KEY_"));
    }

    private Duration wait(ProviderAnswer answer, JsonNode error) {
        return error.path("details")
                .valueStream()
                .map(each -> SECONDS.matcher(each.path("retryDelay").asString("")))
                .filter(Matcher::matches)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .map(RetryAfter::withinReason)
                .findFirst()
                .orElseGet(() -> retryAfter.of(answer));
    }

    /** A word of Google's own, if it has the form of one. */
    static Optional<String> word(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> WORD.matcher(text).matches());
    }
}
