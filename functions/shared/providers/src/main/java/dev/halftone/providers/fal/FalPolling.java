package dev.halftone.providers.fal;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.Polling;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Asks fal.ai for a state, then for the result.
 *
 * <p>fal.ai has no state for failure: what failed is "completed" too, and only an error beside it,
 * or the result's own answer, tells. Its states also run backwards when a machine is lost.
 */
final class FalPolling implements Polling {

    private static final int NOT_FOUND = 404;
    private static final int RESULTS_MAX = 16;
    private static final String PNG = "image/png";
    private static final String MP4 = "video/mp4";

    private final ProviderHttp http;
    private final FalLinks links;

    FalPolling(ProviderHttp http, FalLinks links) {
        this.http = http;
        this.links = links;
    }

    @Override
    public PollOutcome poll(ProviderRequest request) {
        URI status = links.link(request, FalProtocol.STATUS_URL);
        URI withoutLogs =
                URI.create(
                        status
                                + (status.getRawQuery() == null ? "?" : "&")
                                + FalProtocol.LOGS_NONE);
        return switch (http.get(withoutLogs)) {
            case ProviderReply.NotSent not -> new PollOutcome.Unanswered(not.detail());
            case ProviderReply.Lost lost -> new PollOutcome.Unanswered(lost.detail());
            case ProviderReply.Answered answered -> standing(request, answered.answer());
        };
    }

    private PollOutcome standing(ProviderRequest request, ProviderAnswer answer) {
        if (answer.code() == NOT_FOUND) {
            return new PollOutcome.NotFound("fal does not know the request");
        }
        Optional<String> state = answer.text(FalProtocol.STATUS);
        if (!answer.isSuccess() || state.isEmpty()) {
            return answer.unanswered(FalErrors.detail(answer));
        }
        return state.get().equals(FalProtocol.COMPLETED)
                ? completed(request, answer)
                : new PollOutcome.Working(
                        state.get().equals(FalProtocol.IN_QUEUE) ? position(answer) : null);
    }

    static @Nullable Integer position(ProviderAnswer answer) {
        JsonNode position = answer.body().path(FalProtocol.QUEUE_POSITION);
        return position.canConvertToInt() && position.intValue() >= 0 ? position.intValue() : null;
    }

    private PollOutcome completed(ProviderRequest request, ProviderAnswer status) {
        if (FalErrors.isModeration(FalErrors.types(status))) {
            return new PollOutcome.Failed(FailureReason.MODERATION, FalErrors.detail(status));
        }
        boolean withError =
                status.body().hasNonNull(FalProtocol.ERROR)
                        || status.body().hasNonNull(FalProtocol.ERROR_TYPE);
        return switch (http.get(links.link(request, FalProtocol.RESPONSE_URL))) {
            case ProviderReply.NotSent not -> new PollOutcome.Unanswered(not.detail());
            case ProviderReply.Lost lost -> new PollOutcome.Unanswered(lost.detail());
            case ProviderReply.Answered answered when withError ->
                    failure(status, answered.answer());
            case ProviderReply.Answered answered -> result(answered.answer());
        };
    }

    /** The state says that it failed; the result may say why. */
    private static PollOutcome failure(ProviderAnswer status, ProviderAnswer result) {
        PollOutcome unexplained =
                new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, FalErrors.detail(status));
        return result.isSuccess() && !FalErrors.isModeration(FalErrors.types(result))
                ? unexplained
                : FalErrors.end(result).orElse(unexplained);
    }

    private PollOutcome result(ProviderAnswer answer) {
        if (!answer.isSuccess()) {
            return FalErrors.end(answer)
                    .orElseGet(() -> answer.unanswered(FalErrors.detail(answer)));
        }
        if (answer.body().isMissingNode()) {
            return new PollOutcome.Unanswered("unreadable result");
        }
        for (JsonNode flagged : answer.body().path(FalProtocol.NSFW_CONCEPTS)) {
            if (flagged.asBoolean(false)) {
                return PollOutcome.Failed.moderated(
                        "blanked for " + FalProtocol.NSFW_CONCEPTS,
                        Objection.toResult(FalProtocol.NSFW_CONCEPTS));
            }
        }
        JsonNode video = answer.body().path("video");
        return video.isObject()
                ? results(List.of(video), MP4)
                : results(answer.body().path("images"), PNG);
    }

    private static PollOutcome results(Iterable<JsonNode> files, String usualType) {
        List<ProviderMedia> results = new ArrayList<>();
        for (JsonNode file : files) {
            Optional<URI> location = ProviderAnswer.text(file, "url").flatMap(FalPolling::absolute);
            if (location.isEmpty() || results.size() == RESULTS_MAX) {
                return unusable();
            }
            String type = ProviderAnswer.text(file, "content_type").orElse(usualType);
            results.add(new ProviderMedia(location.get(), type));
        }
        return results.isEmpty() ? unusable() : new PollOutcome.Completed(results);
    }

    private static PollOutcome unusable() {
        return new PollOutcome.Failed(
                FailureReason.INVALID_RESULT, "no usable address of a result");
    }

    private static Optional<URI> absolute(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
