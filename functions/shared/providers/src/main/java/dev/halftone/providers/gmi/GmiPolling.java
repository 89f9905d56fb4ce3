package dev.halftone.providers.gmi;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.Polling;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks GMI Cloud for a request; it tells the state and the result in one answer. */
final class GmiPolling implements Polling {

    private static final int NOT_FOUND = 404;

    private final ProviderHttp http;
    private final ProviderBase base;

    GmiPolling(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public PollOutcome poll(ProviderRequest request) {
        return http.poll(
                base.resolve(GmiProtocol.REQUESTS + "/" + request.id()), GmiPolling::standing);
    }

    private static PollOutcome standing(ProviderAnswer answer) {
        if (answer.code() == NOT_FOUND) {
            return new PollOutcome.NotFound("gmi does not know the request");
        }
        Optional<String> state = answer.text(GmiProtocol.STATUS);
        if (!answer.isSuccess() || state.isEmpty()) {
            return answer.unanswered(GmiErrors.detail(answer));
        }
        return switch (state.get()) {
            case GmiProtocol.SUCCESS ->
                    Results.at(addresses(answer.body().path(GmiProtocol.OUTCOME)), Results.UNTOLD);
            case GmiProtocol.FAILED -> GmiErrors.failed(answer.body());
            case GmiProtocol.CANCELLED ->
                    new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "cancelled at gmi");
            default -> new PollOutcome.Working(null);
        };
    }

    private static List<String> addresses(JsonNode outcome) {
        for (String list : GmiProtocol.LISTS) {
            List<String> found = new ArrayList<>();
            for (JsonNode each : outcome.path(list)) {
                found.add(
                        each.isString()
                                ? each.stringValue()
                                : ProviderAnswer.text(each, "url").orElse(""));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return GmiProtocol.FIELDS.stream()
                .flatMap(field -> ProviderAnswer.text(outcome, field).stream())
                .limit(1)
                .toList();
    }
}
