package dev.halftone.providers.fal;

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
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Submits to fal.ai, which knows no idempotency key: what gets no answer is never sent again. */
final class FalSubmission implements Submission {

    private final ProviderHttp http;
    private final FalLinks links;
    private final ProviderBase base;
    private final RetryAfter retryAfter;

    FalSubmission(ProviderHttp http, FalLinks links, ProviderBase base, RetryAfter retryAfter) {
        this.http = http;
        this.links = links;
        this.base = base;
        this.retryAfter = retryAfter;
    }

    @Override
    public SubmissionOutcome submit(ProviderOrder order) {
        return http.order(() -> request(order), answer -> outcome(order.route(), answer));
    }

    @Override
    public ProviderRequest requestOf(Route route, String providerRequestId) {
        return links.built(route, providerRequestId);
    }

    private HttpRequest request(ProviderOrder order) {
        return http.request(address(order))
                .header("Content-Type", "application/json")
                .header(FalProtocol.STORE_IO, FalProtocol.STORE_IO_OFF)
                .header(FalProtocol.OBJECT_LIFECYCLE, FalProtocol.EXPIRATION)
                .header(FalProtocol.DISABLE_FALLBACK, "true")
                .POST(BodyPublishers.ofString(FalInput.of(order).toString()))
                .build();
    }

    private URI address(ProviderOrder order) {
        URI address = links.submission(FalInput.endpoint(order));
        return base.callback(order.generation())
                .map(callback -> URLEncoder.encode(callback, StandardCharsets.UTF_8))
                .map(value -> address + "?" + FalProtocol.WEBHOOK_PARAMETER + "=" + value)
                .map(URI::create)
                .orElse(address);
    }

    private SubmissionOutcome outcome(Route route, ProviderAnswer answer) {
        String detail = FalErrors.detail(answer);
        if (answer.isSuccess()) {
            return answer.text(FalProtocol.REQUEST_ID)
                    .filter(Results::isRequestId)
                    .<SubmissionOutcome>map(
                            id ->
                                    new SubmissionOutcome.Taken(
                                            links.returned(route, id, answer),
                                            FalPolling.position(answer)))
                    // Taken, but under a name that we cannot read.
                    .orElseGet(() -> new SubmissionOutcome.Unknown(detail));
        }
        if (FalErrors.isModeration(FalErrors.types(answer))) {
            return SubmissionOutcome.Refused.moderated(
                    detail, Objection.toPrompt(FalProtocol.CONTENT_POLICY_VIOLATION));
        }
        return switch (answer.code()) {
            case 408, 429, 503 -> new SubmissionOutcome.Postponed(retryAfter.of(answer), detail);
            // Our key or our balance: nothing that another prompt would change.
            case 401, 402, 403 -> SubmissionOutcome.Refused.key(detail);
            // "Client closed request" is how a gateway notes a connection that broke.
            case 499 -> new SubmissionOutcome.Unknown(detail);
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
