package dev.halftone.providers.luma;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.Submission;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.InputMedia;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.Results;
import dev.halftone.providers.RetryAfter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Submits to Luma, which knows no idempotency key and lists nothing. */
final class LumaSubmission implements Submission {

    // One of ours has to end first; a film takes about a minute.
    private static final Duration UNTIL_ANOTHER_ENDS = Duration.ofSeconds(20);

    private final ProviderHttp http;
    private final ProviderBase base;
    private final RetryAfter retryAfter;

    LumaSubmission(ProviderHttp http, ProviderBase base, RetryAfter retryAfter) {
        this.http = http;
        this.base = base;
        this.retryAfter = retryAfter;
    }

    @Override
    public SubmissionOutcome submit(ProviderOrder order) {
        return http.order(() -> request(order), this::outcome);
    }

    @Override
    public ProviderRequest requestOf(Route route, String providerRequestId) {
        return new ProviderRequest(LumaProtocol.NAME, providerRequestId, Map.of());
    }

    private HttpRequest request(ProviderOrder order) {
        return http.request(base.resolve(LumaProtocol.GENERATIONS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(order).toString()))
                .build();
    }

    private static ObjectNode body(ProviderOrder order) {
        GenerationRequest request = order.request();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", order.route().endpoint())
                .put("prompt", request.words())
                .put("aspect_ratio", request.aspectRatio().toString());
        if (request.isFilm()) {
            ObjectNode video =
                    body.put("type", "video")
                            .putObject("video")
                            .put("resolution", request.resolution().label())
                            .put("duration", request.durationSeconds() + "s");
            order.input(InputRole.FIRST_FRAME)
                    .ifPresent(frame -> video.set("start_frame", reference(frame)));
        } else {
            body.put("type", "image").put("output_format", "png");
            if (!order.references().isEmpty()) {
                ArrayNode references = body.putArray("image_ref");
                order.references().forEach(each -> references.add(reference(each)));
            }
        }
        return body;
    }

    private static ObjectNode reference(ProviderInput input) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("data", InputMedia.base64(input))
                .put("media_type", input.contentType());
    }

    private SubmissionOutcome outcome(ProviderAnswer answer) {
        String detail = "luma answered " + answer.code();
        if (answer.isSuccess()) {
            return answer.text(LumaProtocol.ID)
                    .filter(Results::isRequestId)
                    .<SubmissionOutcome>map(
                            id ->
                                    new SubmissionOutcome.Taken(
                                            new ProviderRequest(LumaProtocol.NAME, id, Map.of())))
                    .orElseGet(() -> new SubmissionOutcome.Unknown(detail));
        }
        if (LumaErrors.isModeration(answer)) {
            return SubmissionOutcome.Refused.moderated(
                    detail, Objection.toPrompt(LumaErrors.rule(answer)));
        }
        return switch (answer.code()) {
            case 429 ->
                    new SubmissionOutcome.Postponed(delay(answer), detail, isOneTooMany(answer));
            case 503 -> new SubmissionOutcome.Postponed(retryAfter.of(answer), detail);
            // Our key, our balance, or a suspended account.
            case 401, 402, 403 -> SubmissionOutcome.Refused.key(detail);
            case 404 -> SubmissionOutcome.Refused.endpoint(detail);
            case 408, 499 -> new SubmissionOutcome.Unknown(detail);
            default -> byClass(answer.code() / 100, detail);
        };
    }

    private static SubmissionOutcome byClass(int hundreds, String detail) {
        return switch (hundreds) {
            case 5 -> new SubmissionOutcome.Unknown(detail);
            case 4 -> new SubmissionOutcome.Refused(FailureReason.INVALID_REQUEST, detail);
            default -> new SubmissionOutcome.Refused(FailureReason.PROVIDER_ERROR, detail);
        };
    }

    /** Too many a minute names a time; too many at once often does not. */
    private Duration delay(ProviderAnswer answer) {
        return isOneTooMany(answer) && answer.headers().firstValue("Retry-After").isEmpty()
                ? UNTIL_ANOTHER_ENDS
                : retryAfter.of(answer);
    }

    private static boolean isOneTooMany(ProviderAnswer answer) {
        return answer.text(LumaProtocol.DETAIL)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.contains(LumaProtocol.TOO_MANY_AT_ONCE))
                .isPresent();
    }
}
