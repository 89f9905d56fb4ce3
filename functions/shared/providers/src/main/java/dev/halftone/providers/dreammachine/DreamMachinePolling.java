package dev.halftone.providers.dreammachine;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.Polling;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.Results;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Asks Dream Machine for a generation; it tells the state and the result in one answer. */
final class DreamMachinePolling implements Polling {

    private static final int NOT_FOUND = 404;

    private final ProviderHttp http;
    private final ProviderBase base;

    DreamMachinePolling(ProviderHttp http, ProviderBase base) {
        this.http = http;
        this.base = base;
    }

    @Override
    public PollOutcome poll(ProviderRequest request) {
        return http.poll(
                base.resolve(DreamMachineProtocol.GENERATIONS + "/" + request.id()),
                DreamMachinePolling::standing);
    }

    private static PollOutcome standing(ProviderAnswer answer) {
        if (answer.code() == NOT_FOUND) {
            return new PollOutcome.NotFound("dream machine does not know it");
        }
        Optional<String> state = answer.text(DreamMachineProtocol.STATE);
        if (!answer.isSuccess() || state.isEmpty()) {
            return answer.unanswered("dream machine answered " + answer.code());
        }
        return switch (state.get()) {
            case DreamMachineProtocol.COMPLETED ->
                    Results.at(
                            addresses(answer.body().path(DreamMachineProtocol.ASSETS)),
                            Results.UNTOLD);
            case DreamMachineProtocol.FAILED -> failed(answer);
            default -> new PollOutcome.Working(null);
        };
    }

    private static List<String> addresses(JsonNode assets) {
        return Stream.of("video", "image")
                .flatMap(field -> ProviderAnswer.text(assets, field).stream())
                .limit(1)
                .toList();
    }

    private static PollOutcome failed(ProviderAnswer answer) {
        String detail = "failed at dream machine";
        return answer.text(DreamMachineProtocol.FAILURE_REASON)
                .filter(text -> DreamMachineProtocol.MODERATION.matcher(text).find())
                .map(text -> PollOutcome.Failed.moderated(detail, objection(text)))
                .orElseGet(() -> new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, detail));
    }

    /** It is about what was made, unless it begins with what came in. */
    private static Objection objection(String sentence) {
        return DreamMachineProtocol.ABOUT_THE_ORDER.matcher(sentence).find()
                ? Objection.toPrompt(null)
                : Objection.toResult(null);
    }
}
