package dev.halftone.providers.dreammachine;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider.Inquiry;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import dev.halftone.providers.Results;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Looks for an order in the list of generations. Each repeats the request it was made from, and the
 * callback address in it is one of a kind; an order without one cannot be told from others.
 */
final class DreamMachineInquiry implements Inquiry {

    private static final int PAGE = 100;
    private static final int PAGES_MAX = 3;

    private final ProviderHttp http;
    private final ProviderBase base;
    private final DreamMachineCallbacks callbacks;

    DreamMachineInquiry(ProviderHttp http, ProviderBase base, DreamMachineCallbacks callbacks) {
        this.http = http;
        this.base = base;
        this.callbacks = callbacks;
    }

    @Override
    public SubmissionOutcome inquire(ProviderOrder order, Instant since) {
        Optional<String> address = callbacks.address(base, order.generation());
        if (address.isEmpty()) {
            return new SubmissionOutcome.Unknown("an order without a callback looks like others");
        }
        for (int page = 0; page < PAGES_MAX; page++) {
            ProviderAnswer answer = list(page * PAGE);
            Optional<String> found = find(address.get(), answer.body());
            if (found.isPresent()) {
                return new SubmissionOutcome.Taken(DreamMachineSubmission.request(found.get()));
            }
            if (!answer.body().path("has_more").asBoolean(false)) {
                break;
            }
        }
        return new SubmissionOutcome.Unknown("not among the newest generations");
    }

    private ProviderAnswer list(int offset) {
        String query = "?limit=" + PAGE + "&offset=" + offset;
        return switch (http.get(base.resolve(DreamMachineProtocol.GENERATIONS + query))) {
            case ProviderReply.Answered(ProviderAnswer answer)
                    when answer.isSuccess() && answer.body().path("generations").isArray() ->
                    answer;
            case ProviderReply.Answered(ProviderAnswer answer) ->
                    throw new TransientFailure(
                            DreamMachineProtocol.NAME, "the list answered " + answer.code());
            case ProviderReply.NotSent not ->
                    throw new TransientFailure(DreamMachineProtocol.NAME, not.detail());
            case ProviderReply.Lost lost ->
                    throw new TransientFailure(DreamMachineProtocol.NAME, lost.detail());
        };
    }

    private static Optional<String> find(String address, JsonNode list) {
        for (JsonNode each : list.path("generations")) {
            JsonNode request = each.path(DreamMachineProtocol.REQUEST);
            Optional<String> id = ProviderAnswer.text(each, DreamMachineProtocol.ID);
            if (ProviderAnswer.text(request, DreamMachineProtocol.CALLBACK_URL)
                            .filter(address::equals)
                            .isPresent()
                    && id.filter(Results::isRequestId).isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }
}
