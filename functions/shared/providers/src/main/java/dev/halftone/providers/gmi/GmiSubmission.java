package dev.halftone.providers.gmi;

import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.FailureReason;
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

/** Submits to GMI Cloud, which knows no idempotency key. */
final class GmiSubmission implements Submission {

    private final ProviderHttp http;
    private final ProviderBase base;
    private final RetryAfter retryAfter;

    GmiSubmission(ProviderHttp http, ProviderBase base, RetryAfter retryAfter) {
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
        return request(providerRequestId);
    }

    static ProviderRequest request(String id) {
        return new ProviderRequest(GmiProtocol.NAME, id, Map.of());
    }

    private HttpRequest request(ProviderOrder order) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(GmiProtocol.MODEL, order.route().endpoint());
        body.set(GmiProtocol.PAYLOAD, GmiPayload.of(order));
        return http.request(base.resolve(GmiProtocol.REQUESTS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private SubmissionOutcome outcome(ProviderAnswer answer) {
        String detail = GmiErrors.detail(answer);
        if (answer.isSuccess()) {
            // Some models are done by now; the first poll sees that as it sees any other end.
            return answer.text(GmiProtocol.REQUEST_ID)
                    .filter(Results::isRequestId)
                    .<SubmissionOutcome>map(id -> new SubmissionOutcome.Taken(request(id)))
                    .orElseGet(() -> new SubmissionOutcome.Unknown(detail));
        }
        int code = GmiErrors.code(answer);
        if (code / 100 == 4 && GmiErrors.isModeration(answer.body())) {
            return SubmissionOutcome.Refused.moderated(detail, Objection.toPrompt(null));
        }
        return switch (code) {
            case 429, 503 -> new SubmissionOutcome.Postponed(retryAfter.of(answer), detail);
            // Our key, or a model that our account may not use.
            case 401, 402, 403 -> SubmissionOutcome.Refused.key(detail);
            case 404 -> SubmissionOutcome.Refused.endpoint(detail);
            case 408, 499 -> new SubmissionOutcome.Unknown(detail);
            default -> byClass(code / 100, detail);
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
