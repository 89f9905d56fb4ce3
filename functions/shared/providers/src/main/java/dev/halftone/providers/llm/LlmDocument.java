package dev.halftone.providers.llm;

import dev.halftone.core.catalogue.TextForm;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what a model wrote against the form that it was asked for, whatever its endpoint says. */
final class LlmDocument {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private LlmDocument() {}

    /** The document on one line; empty if the text is not one of this form. */
    static Optional<String> of(String text, TextForm form) {
        try {
            JsonNode read = JSON.readTree(text);
            return fits(read, form) ? Optional.of(JSON.writeValueAsString(read)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static boolean fits(JsonNode node, TextForm form) {
        return switch (form) {
            case TextForm.Words words -> node.isString() && words.fits(node.stringValue());
            case TextForm.Whole whole ->
                    node.isIntegralNumber()
                            && node.canConvertToInt()
                            && node.intValue() >= whole.min()
                            && node.intValue() <= whole.max();
            case TextForm.Several several ->
                    node.isArray()
                            && node.size() >= several.countMin()
                            && node.size() <= several.countMax()
                            && node.valueStream().allMatch(each -> fits(each, several.each()));
            case TextForm.Parts parts -> node.isObject() && fits(node, parts.parts());
        };
    }

    private static boolean fits(JsonNode node, Map<String, TextForm> parts) {
        return node.size() == parts.size()
                && parts.entrySet().stream()
                        .allMatch(part -> fits(node.path(part.getKey()), part.getValue()));
    }
}
