package dev.halftone.providers.google;

import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.BinaryParts;
import dev.halftone.providers.Results;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Takes the picture out of an answer. What its rules refuse Google answers with a success without a
 * picture, and a model that thinks sends drafts beside the picture.
 */
final class GeneratedContent {

    private static final String NOT_TOLD = "not-told";

    private final String provider;
    private final JsonNode body;

    GeneratedContent(String provider, JsonNode body) {
        this.provider = provider;
        this.body = body;
    }

    Outcome outcome(BinaryParts parts, Path target) {
        JsonNode feedback =
                body.path(GoogleProtocol.PROMPT_FEEDBACK).path(GoogleProtocol.BLOCK_REASON);
        if (!feedback.isMissingNode() && !feedback.isNull()) {
            return Outcome.Refused.moderated(
                    said("blocked the prompt", feedback),
                    Objection.toPrompt(GoogleErrors.word(feedback).orElse(null)));
        }
        JsonNode candidate = body.path(GoogleProtocol.CANDIDATES).path(0);
        JsonNode finish = candidate.path(GoogleProtocol.FINISH_REASON);
        String reason = GoogleErrors.word(finish).orElse(GoogleProtocol.STOP);
        if (GoogleProtocol.BLOCKED.contains(reason)) {
            return Outcome.Refused.moderated(
                    said("blocked the picture", finish), Objection.toResult(reason));
        }
        if (parts.move(picture(candidate), target)) {
            return new Outcome.Made(new ProviderRequest(provider, id(), Map.of()), usage());
        }
        return refused(
                GoogleProtocol.BROKEN_OFF.contains(reason)
                        ? FailureReason.PROVIDER_ERROR
                        // Also for words that nobody has heard yet.
                        : FailureReason.INVALID_RESULT,
                "made no picture",
                finish);
    }

    /** The last one that is not thought aloud. */
    private static JsonNode picture(JsonNode candidate) {
        JsonNode picture = MissingNode.getInstance();
        for (JsonNode part : candidate.path(GoogleProtocol.CONTENT).path(GoogleProtocol.PARTS)) {
            // Both spellings are seen.
            JsonNode inline =
                    part.has("inlineData") ? part.get("inlineData") : part.path("inline_data");
            JsonNode data = inline.path(GoogleProtocol.DATA);
            if (data.isBinary() && !part.path(GoogleProtocol.THOUGHT).asBoolean(false)) {
                picture = data;
            }
        }
        return picture;
    }

    private Outcome refused(FailureReason reason, String what, JsonNode word) {
        return new Outcome.Refused(reason, said(what, word));
    }

    private String said(String what, JsonNode word) {
        Optional<String> said = GoogleErrors.word(word);
        return provider + " " + what + said.map(text -> ": " + text).orElse("");
    }

    private String id() {
        return Optional.of(body.path(GoogleProtocol.RESPONSE_ID))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(Results::isRequestId)
                .orElse(NOT_TOLD);
    }

    private Usage usage() {
        JsonNode usage = body.path(GoogleProtocol.USAGE);
        return new Usage(
                count(usage, "promptTokenCount"),
                count(usage, "candidatesTokenCount") + count(usage, "thoughtsTokenCount"));
    }

    private static long count(JsonNode usage, String name) {
        return Math.clamp(usage.path(name).asLong(0), 0, Integer.MAX_VALUE);
    }
}
