package dev.halftone.providers.hedra;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
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

/**
 * Asks Hedra for a job: state, result and error in one call, where its status alone would be a
 * second one of sixty a minute. A job that is completed may have an output that is not.
 */
final class HedraPolling implements Polling {

    private static final int NOT_FOUND = 404;

    private final ProviderHttp http;
    private final ProviderBase base;

    HedraPolling(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public PollOutcome poll(ProviderRequest request) {
        return http.poll(base.resolve(HedraProtocol.JOBS + request.id()), HedraPolling::standing);
    }

    private static PollOutcome standing(ProviderAnswer answer) {
        if (answer.code() == NOT_FOUND) {
            return new PollOutcome.NotFound("hedra does not know the job");
        }
        Optional<String> state = answer.text(HedraProtocol.STATUS);
        if (!answer.isSuccess() || state.isEmpty()) {
            return answer.unanswered(HedraErrors.detail(answer));
        }
        return switch (state.get()) {
            case HedraProtocol.COMPLETED -> completed(answer.body().path(HedraProtocol.OUTPUTS));
            case HedraProtocol.FAILED -> failed(answer.body().path(HedraProtocol.ERROR));
            default -> new PollOutcome.Working(null);
        };
    }

    /** Its outputs end one by one: it is a failure only if none of them came to anything. */
    private static PollOutcome completed(JsonNode outputs) {
        List<String> addresses = new ArrayList<>();
        Optional<PollOutcome> failure = Optional.empty();
        for (JsonNode output : outputs) {
            switch (ProviderAnswer.text(output, HedraProtocol.STATUS).orElse("")) {
                case HedraProtocol.FAILED ->
                        failure = Optional.of(failed(output.path(HedraProtocol.ERROR)));
                case HedraProtocol.EXPIRED -> failure = Optional.of(expired());
                default -> addresses.add(ProviderAnswer.text(output, "url").orElse(""));
            }
        }
        return failure.filter(_ -> addresses.isEmpty())
                .orElseGet(() -> Results.at(addresses, Results.UNTOLD));
    }

    private static PollOutcome expired() {
        return new PollOutcome.Failed(
                FailureReason.PROVIDER_ERROR, "hedra keeps a result for 48 hours");
    }

    private static PollOutcome failed(JsonNode error) {
        return new PollOutcome.Failed(
                HedraErrors.reason(error),
                "failed at hedra: " + HedraErrors.code(error),
                HedraErrors.objection(error, Objection.Side.RESULT));
    }
}
