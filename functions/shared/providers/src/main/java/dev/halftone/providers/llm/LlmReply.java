package dev.halftone.providers.llm;

import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.providers.ProviderAnswer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a completed answer is good for. */
sealed interface LlmReply {

    /** A document of the form that was asked for, on one line. */
    record Document(String json) implements LlmReply {}

    /** Something else: the same model may do better when asked again. */
    record Malformed() implements LlmReply {}

    /** Asking again would bring the same. */
    record Useless(FailureReason reason, String detail) implements LlmReply {}

    /** Reads the one choice of an answer. */
    static LlmReply read(JsonNode body, TextForm form) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode message = choice.path("message");
        String finish = ProviderAnswer.text(choice, LlmProtocol.FINISH_REASON).orElse("");
        boolean refused =
                ProviderAnswer.text(message, LlmProtocol.REFUSAL)
                        .filter(words -> !words.isBlank())
                        .isPresent();
        if (refused || finish.equals(LlmProtocol.CONTENT_FILTER)) {
            return new Useless(FailureReason.MODERATION, "the model declines to write this");
        }
        if (finish.equals(LlmProtocol.LENGTH)) {
            return new Useless(FailureReason.INVALID_RESULT, "cut off at the limit of its length");
        }
        Optional<String> content = ProviderAnswer.text(message, "content");
        if (content.isEmpty()) {
            return new Useless(FailureReason.INVALID_RESULT, "no text in the answer");
        }
        return LlmDocument.of(content.get(), form)
                .<LlmReply>map(Document::new)
                .orElseGet(Malformed::new);
    }

    /** What the answer tells of the bill. */
    static Usage usage(JsonNode body) {
        JsonNode usage = body.path(LlmProtocol.USAGE);
        return new Usage(
                Math.max(0, usage.path(LlmProtocol.INPUT_TOKENS).asLong(0)),
                Math.max(0, usage.path(LlmProtocol.OUTPUT_TOKENS).asLong(0)));
    }
}
