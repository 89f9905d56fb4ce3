package dev.halftone.providers.gmi;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider.Inquiry;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import dev.halftone.providers.Results;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * Looks for an order in GMI Cloud's list of requests. What is not there may still come: the list
 * proves that an order was taken, never that it was not.
 */
final class GmiInquiry implements Inquiry {

    // Its clock and ours may differ by this much.
    private static final Duration SKEW_MAX = Duration.ofMinutes(2);

    private final ProviderHttp http;
    private final ProviderBase base;

    GmiInquiry(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public SubmissionOutcome inquire(ProviderOrder order, Instant since) {
        String slug = order.route().endpoint();
        String query = URLEncoder.encode(slug, StandardCharsets.UTF_8);
        URI list = base.resolve(GmiProtocol.REQUESTS + "?" + GmiProtocol.MODEL_ID + "=" + query);
        return switch (http.get(list)) {
            case ProviderReply.NotSent not ->
                    throw new TransientFailure(GmiProtocol.NAME, not.detail());
            case ProviderReply.Lost lost ->
                    throw new TransientFailure(GmiProtocol.NAME, lost.detail());
            case ProviderReply.Answered answered -> find(order, since, answered.answer());
        };
    }

    private static SubmissionOutcome find(
            ProviderOrder order, Instant since, ProviderAnswer answer) {
        if (!answer.isSuccess()) {
            throw new TransientFailure(GmiProtocol.NAME, GmiErrors.detail(answer));
        }
        long earliest = since.minus(SKEW_MAX).getEpochSecond();
        JsonNode requests = answer.body().path("requests");
        if (!requests.isArray()) {
            throw new TransientFailure(GmiProtocol.NAME, "unreadable list");
        }
        for (JsonNode request : requests) {
            String id = ProviderAnswer.text(request, GmiProtocol.REQUEST_ID).orElse("");
            if (Results.isRequestId(id)
                    && request.path(GmiProtocol.CREATED_AT).asLong(0) >= earliest
                    && GmiPayload.isOf(order, request.path(GmiProtocol.PAYLOAD))) {
                return new SubmissionOutcome.Taken(GmiSubmission.request(id));
            }
        }
        return new SubmissionOutcome.Unknown("not in gmi's list");
    }
}
