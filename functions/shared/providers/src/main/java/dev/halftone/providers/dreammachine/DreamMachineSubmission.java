package dev.halftone.providers.dreammachine;

import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.Submission;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.Results;
import dev.halftone.providers.RetryAfter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Submits to Dream Machine, which knows no idempotency key. */
final class DreamMachineSubmission implements Submission {

    private final ProviderHttp http;
    private final ProviderBase base;
    private final DreamMachineCallbacks callbacks;
    private final RetryAfter retryAfter;

    DreamMachineSubmission(
            ProviderHttp http,
            ProviderBase base,
            DreamMachineCallbacks callbacks,
            RetryAfter retryAfter) {
        this.http = http;
        this.base = base;
        this.callbacks = callbacks;
        this.retryAfter = retryAfter;
    }

    @Override
    public SubmissionOutcome submit(ProviderOrder order) {
        return http.order(() -> request(order), this::outcome);
    }

    @Override
    public ProviderRequest requestOf(Route route, String providerRequestId) {
        return request(providerRequestId);
    }

    static ProviderRequest request(String id) {
        return new ProviderRequest(DreamMachineProtocol.NAME, id, Map.of());
    }

    private HttpRequest request(ProviderOrder order) {
        String path =
                order.request().isFilm() ? DreamMachineProtocol.VIDEO : DreamMachineProtocol.IMAGE;
        ObjectNode body = body(order);
        callbacks
                .address(base, order.generation())
                .ifPresent(address -> body.put(DreamMachineProtocol.CALLBACK_URL, address));
        return http.request(base.resolve(DreamMachineProtocol.GENERATIONS + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static ObjectNode body(ProviderOrder order) {
        GenerationRequest request = order.request();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", order.route().endpoint())
                .put("prompt", request.words())
                .put("aspect_ratio", request.aspectRatio().toString());
        return request.isFilm()
                ? body.put("resolution", request.resolution().label())
                        .put("duration", request.durationSeconds() + "s")
                : body.put("format", "png");
    }

    private SubmissionOutcome outcome(ProviderAnswer answer) {
        String detail = "dream machine answered " + answer.code();
        if (answer.isSuccess()) {
            return answer.text(DreamMachineProtocol.ID)
                    .filter(Results::isRequestId)
                    .<SubmissionOutcome>map(id -> new SubmissionOutcome.Taken(request(id)))
                    .orElseGet(() -> new SubmissionOutcome.Unknown(detail));
        }
        boolean moderated =
                answer.text(DreamMachineProtocol.DETAIL)
                        .filter(text -> DreamMachineProtocol.MODERATION.matcher(text).find())
                        .isPresent();
        if (moderated && answer.code() / 100 == 4) {
            return SubmissionOutcome.Refused.moderated(detail, Objection.toPrompt(null));
        }
        return switch (answer.code()) {
            case 429, 503 -> new SubmissionOutcome.Postponed(retryAfter.of(answer), detail);
            case 401, 402, 403 -> SubmissionOutcome.Refused.key(detail);
            case 404 -> SubmissionOutcome.Refused.endpoint(detail);
            case 408, 409, 499 -> new SubmissionOutcome.Unknown(detail);
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
}
