package dev.halftone.providers.hedra;

import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Provider.Submission;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.Results;
import dev.halftone.providers.RetryAfter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits to Hedra. Our id is the idempotency key: an order that is sent again is the same order,
 * and is answered as the first one was.
 */
final class HedraSubmission implements Submission {

    // How gateways note a connection that broke.
    private static final Set<Integer> NO_ANSWER = Set.of(408, 499);

    // Our key, our balance, or what our plan does not have.
    private static final Set<Integer> ABOUT_THE_KEY = Set.of(401, 402, 403);

    private final ProviderHttp http;
    private final ProviderBase base;
    private final HedraFiles files;
    private final RetryAfter retryAfter;

    HedraSubmission(ProviderHttp http, ProviderBase base, HedraFiles files, RetryAfter retryAfter) {
        this.http = http;
        this.base = base;
        this.files = files;
        this.retryAfter = retryAfter;
    }

    @Override
    public SubmissionOutcome submit(ProviderOrder order) {
        Map<ProviderInput, String> handles = new HashMap<>();
        for (ProviderInput input : order.inputs()) {
            switch (files.upload(input)) {
                case HedraFiles.UploadOutcome.Uploaded uploaded ->
                        handles.put(input, uploaded.handle());
                case HedraFiles.UploadOutcome.NotUploaded not -> {
                    return not.instead();
                }
            }
        }
        return http.order(() -> request(order, handles), this::outcome);
    }

    @Override
    public ProviderRequest requestOf(Route route, String providerRequestId) {
        return request(providerRequestId);
    }

    private static ProviderRequest request(String id) {
        return new ProviderRequest(HedraProtocol.NAME, id, Map.of());
    }

    private HttpRequest request(ProviderOrder order, Map<ProviderInput, String> handles) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(HedraProtocol.INPUT, HedraInput.of(order, handles));
        body.put(HedraProtocol.IDEMPOTENCY_KEY, order.generation().value());
        base.callback(order.generation())
                .ifPresent(address -> body.put(HedraProtocol.WEBHOOK, address));
        return http.request(base.resolve(HedraProtocol.MODELS + order.route().endpoint()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private SubmissionOutcome outcome(ProviderAnswer answer) {
        String detail = HedraErrors.detail(answer);
        if (answer.isSuccess()) {
            return answer.text(HedraProtocol.JOB_ID)
                    .filter(Results::isRequestId)
                    .<SubmissionOutcome>map(id -> new SubmissionOutcome.Taken(request(id)))
                    .orElseGet(() -> new SubmissionOutcome.Unknown(detail));
        }
        JsonNode error = answer.body().path(HedraProtocol.ERROR);
        if (HedraProtocol.AT_THE_SAME_TIME.contains(HedraErrors.code(error))) {
            return new SubmissionOutcome.Unknown(detail);
        }
        if (HedraErrors.isForLater(answer)) {
            return new SubmissionOutcome.Postponed(
                    HedraErrors.retryAfter(error, answer, retryAfter), detail);
        }
        if (NO_ANSWER.contains(answer.code())) {
            return new SubmissionOutcome.Unknown(detail);
        }
        if (ABOUT_THE_KEY.contains(answer.code())) {
            return SubmissionOutcome.Refused.key(detail);
        }
        return switch (answer.code() / 100) {
            case 5 -> new SubmissionOutcome.Unknown(detail);
            case 4 -> HedraErrors.refused(error, detail);
            default -> new SubmissionOutcome.Refused(FailureReason.PROVIDER_ERROR, detail);
        };
    }
}
