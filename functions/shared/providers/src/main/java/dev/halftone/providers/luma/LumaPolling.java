package dev.halftone.providers.luma;

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

/** Asks Luma for a generation. Each answer names its results anew, for another hour. */
final class LumaPolling implements Polling {

    private static final int NOT_FOUND = 404;

    private final ProviderHttp http;
    private final ProviderBase base;

    LumaPolling(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public PollOutcome poll(ProviderRequest request) {
        return http.poll(
                base.resolve(LumaProtocol.GENERATIONS + "/" + request.id()), LumaPolling::standing);
    }

    private static PollOutcome standing(ProviderAnswer answer) {
        if (answer.code() == NOT_FOUND) {
            return new PollOutcome.NotFound("luma does not know it");
        }
        Optional<String> state = answer.text(LumaProtocol.STATE);
        if (!answer.isSuccess() || state.isEmpty()) {
            return answer.unanswered("luma answered " + answer.code());
        }
        return switch (state.get()) {
            case LumaProtocol.COMPLETED -> Results.at(addresses(answer.body()), Results.UNTOLD);
            case LumaProtocol.FAILED -> LumaErrors.failed(answer);
            default -> new PollOutcome.Working(null);
        };
    }

    private static List<String> addresses(JsonNode body) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode each : body.path(LumaProtocol.OUTPUT)) {
            addresses.add(ProviderAnswer.text(each, "url").orElse(""));
        }
        return addresses;
    }
}
