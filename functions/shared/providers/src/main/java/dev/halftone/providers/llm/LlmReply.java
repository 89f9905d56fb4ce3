package dev.halftone.providers.llm;

import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.DirectProvider.Usage;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
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
    record Useless(Outcome.Refused instead) implements LlmReply {
        Useless(String detail) {
            this(new Outcome.Refused(FailureReason.INVALID_RESULT, detail));
        }
    }

    /** Reads the one choice of an answer. */
    static LlmReply read(JsonNode body, TextForm form) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode message = choice.path("message");
        String finish = ProviderAnswer.text(choice, LlmProtocol.FINISH_REASON).orElse("");
        Optional<Objection> objection = objection(message, finish);
        if (objection.isPresent()) {
            return new Useless(
                    Outcome.Refused.moderated("the model declines to write this", objection.get()));
        }
        if (finish.equals(LlmProtocol.LENGTH)) {
            return new Useless("cut off at the limit of its length");
        }
        Optional<String> content = ProviderAnswer.text(message, "content");
        if (content.isEmpty()) {
            return new Useless("no text in the answer");
        }
        return LlmDocument.of(content.get(), form)
                .<LlmReply>map(Document::new)
                .orElseGet(Malformed::new);
    }

    /** A model refuses what it is asked; a filter cuts off what it writes. */
    private static Optional<Objection> objection(JsonNode message, String finish) {
        if (finish.equals(LlmProtocol.CONTENT_FILTER)) {
            return Optional.of(Objection.toResult(LlmProtocol.CONTENT_FILTER));
        }
        return ProviderAnswer.text(message, LlmProtocol.REFUSAL)
                .filter(words -> !words.isBlank())
                .map(_ -> Objection.toPrompt(LlmProtocol.REFUSAL));
    }

    /** What the answer tells of the bill. */
    static Usage usage(JsonNode body) {
        JsonNode usage = body.path(LlmProtocol.USAGE);
        return new Usage(
                Math.max(0, usage.path(LlmProtocol.INPUT_TOKENS).asLong(0)),
                Math.max(0, usage.path(LlmProtocol.OUTPUT_TOKENS).asLong(0)));
    }
}
