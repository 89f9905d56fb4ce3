package dev.halftone.providers.fal;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.providers.ProviderAnswer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads what fal.ai says about a failure. Its error types are a contract, its sentences are not:
 * they change, and they quote the prompt.
 */
final class FalErrors {

    private static final Pattern TYPE_FORM = Pattern.compile("[a-z0-9_.]{1,60}");
    private static final int TYPES_MAX = 8;

    private FalErrors() {}

    /** The error types that an answer names, wherever fal.ai puts them. */
    static Set<String> types(ProviderAnswer answer) {
        Set<String> types = new TreeSet<>();
        answer.headers().firstValue(FalProtocol.ERROR_TYPE_HEADER).ifPresent(types::add);
        collect(answer.body(), types);
        collect(answer.body().path(FalProtocol.PAYLOAD), types);
        types.removeIf(type -> !TYPE_FORM.matcher(type).matches());
        return types;
    }

    private static void collect(JsonNode body, Set<String> types) {
        ProviderAnswer.text(body, FalProtocol.ERROR_TYPE).ifPresent(types::add);
        // In the older form, the detail is a sentence.
        for (JsonNode each : body.path(FalProtocol.DETAIL)) {
            if (types.size() < TYPES_MAX) {
                ProviderAnswer.text(each, FalProtocol.TYPE).ifPresent(types::add);
            }
        }
    }

    static boolean isModeration(Set<String> types) {
        return types.contains(FalProtocol.CONTENT_POLICY_VIOLATION);
    }

    /**
     * What the rules refused at the end of work that was taken: what an entry places in the order,
     * with the field that it is about, or else what was made.
     */
    static Objection objection(ProviderAnswer result) {
        return isAboutTheOrder(result.body())
                        || isAboutTheOrder(result.body().path(FalProtocol.PAYLOAD))
                ? Objection.toPrompt(FalProtocol.CONTENT_POLICY_VIOLATION)
                : Objection.toResult(FalProtocol.CONTENT_POLICY_VIOLATION);
    }

    private static boolean isAboutTheOrder(JsonNode body) {
        return body.path(FalProtocol.DETAIL)
                .valueStream()
                .filter(
                        each ->
                                each.path(FalProtocol.TYPE)
                                        .asString("")
                                        .equals(FalProtocol.CONTENT_POLICY_VIOLATION))
                .map(each -> each.path(FalProtocol.PLACE))
                .anyMatch(
                        place ->
                                place.path(0).asString("").equals(FalProtocol.ORDER)
                                        && place.path(1).isString());
    }

    /** For operators. */
    static String detail(ProviderAnswer answer) {
        return "fal answered " + answer.code() + " " + String.join(",", types(answer));
    }

    /**
     * How work ended whose result is this answer, or empty if the answer is about the moment: our
     * key, the pace, or a gateway.
     */
    static Optional<PollOutcome> end(ProviderAnswer result) {
        Set<String> types = types(result);
        if (isModeration(types)) {
            return Optional.of(PollOutcome.Failed.moderated(detail(result), objection(result)));
        }
        return switch (result.code()) {
            case 401, 402, 403, 408, 429 -> Optional.empty();
            case 400, 422 ->
                    failed(
                            types.contains(FalProtocol.NO_MEDIA_GENERATED)
                                    ? FailureReason.PROVIDER_ERROR
                                    : FailureReason.INVALID_REQUEST,
                            result);
            case 502, 503, 504 ->
                    types.isEmpty()
                            ? Optional.empty()
                            : failed(FailureReason.PROVIDER_ERROR, result);
            default -> failed(FailureReason.PROVIDER_ERROR, result);
        };
    }

    private static Optional<PollOutcome> failed(FailureReason reason, ProviderAnswer answer) {
        return Optional.of(new PollOutcome.Failed(reason, detail(answer)));
    }
}
