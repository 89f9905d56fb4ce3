package dev.halftone.providers.google;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.Polling;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.BinaryParts;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderReply;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Asks how a film stands. The answer of one that is done begins to bring the film: there the line
 * is hung up, for the film is fetched by whoever stores it.
 */
final class VeoPolling implements Polling {

    private static final int NOT_FOUND = 404;

    private final DirectHttp http;
    private final VertexAccess access;

    VeoPolling(DirectHttp http, VertexAccess access) {
        this.http = http;
        this.access = access;
    }

    @Override
    public PollOutcome poll(ProviderRequest request) {
        VeoWork work = VeoWork.of(request);
        HttpRequest question;
        try {
            question = work.question(access);
        } catch (DependencyFailure e) {
            return new PollOutcome.Unanswered("not asked, for want of " + e.dependency());
        }
        try (BinaryParts parts = BinaryParts.glance(Set.of(VeoProtocol.FILM))) {
            return switch (http.ask(question, parts)) {
                case ProviderReply.NotSent not -> new PollOutcome.Unanswered(not.detail());
                case ProviderReply.Lost lost -> new PollOutcome.Unanswered(lost.detail());
                case ProviderReply.Answered answered -> standing(answered.answer(), work);
            };
        }
    }

    private PollOutcome standing(ProviderAnswer answer, VeoWork work) {
        if (answer.code() == NOT_FOUND) {
            return new PollOutcome.NotFound("vertex-veo does not know the operation");
        }
        if (answer.code() == 401) {
            access.tokens().forget();
        }
        JsonNode body = answer.body();
        if (film(body).isBinary()) {
            return new PollOutcome.Completed(List.of(work.result()));
        }
        if (!answer.isSuccess() || answer.text("name").isEmpty()) {
            return answer.unanswered("vertex-veo answered " + answer.code());
        }
        return body.path(VeoProtocol.DONE).asBoolean(false)
                ? withoutFilm(body)
                : new PollOutcome.Working(null);
    }

    /** Where the film stands in an answer. */
    static JsonNode film(JsonNode body) {
        return body.path(VeoProtocol.RESPONSE)
                .path(VeoProtocol.VIDEOS)
                .path(0)
                .path(VeoProtocol.FILM);
    }

    private static PollOutcome withoutFilm(JsonNode body) {
        JsonNode error = body.path("error");
        if (error.isObject()) {
            String detail = "failed at vertex-veo with code " + error.path("code").asInt(0);
            // Nothing was made: a film that is held back is counted, and is no error.
            return ProviderAnswer.text(error, "message")
                    .flatMap(VeoSubmission::rule)
                    .map(rule -> PollOutcome.Failed.moderated(detail, Objection.toPrompt(rule)))
                    .orElseGet(() -> new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, detail));
        }
        JsonNode response = body.path(VeoProtocol.RESPONSE);
        return response.path(VeoProtocol.FILTERED).asInt(0) > 0
                ? PollOutcome.Failed.moderated("vertex-veo blocked the film", filtered(response))
                : new PollOutcome.Failed(FailureReason.INVALID_RESULT, "no film in the answer");
    }

    private static Objection filtered(JsonNode response) {
        String why = response.path(VeoProtocol.FILTERED_WHY).path(0).asString("");
        return Objection.toResult(VeoSubmission.rule(why).orElse(null));
    }
}
