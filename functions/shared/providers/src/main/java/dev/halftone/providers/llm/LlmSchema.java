package dev.halftone.providers.llm;

import dev.halftone.core.catalogue.TextForm;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as a JSON Schema of the part that is common to all strict endpoints: types, names, and
 * that nothing else may stand there. Limits are said in words, because endpoints differ in which of
 * theirs they take; the answer is held against them here.
 */
final class LlmSchema {

    private LlmSchema() {}

    static ObjectNode of(TextForm form) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        return switch (form) {
            case TextForm.Words words ->
                    schema.put("type", "string")
                            .put(
                                    "description",
                                    words.meaning()
                                            + ", in no more than "
                                            + words.charactersMax()
                                            + " characters");
            case TextForm.Whole whole ->
                    schema.put("type", "integer")
                            .put(
                                    "description",
                                    whole.meaning()
                                            + ", from "
                                            + whole.min()
                                            + " to "
                                            + whole.max());
            case TextForm.Several several ->
                    schema.put("type", "array")
                            .put(
                                    "description",
                                    several.countMin() + " to " + several.countMax() + " of them")
                            .set("items", of(several.each()));
            case TextForm.Parts parts -> parts(schema, parts.parts());
        };
    }

    private static ObjectNode parts(ObjectNode schema, Map<String, TextForm> parts) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        parts.forEach(
                (name, part) -> {
                    properties.set(name, of(part));
                    required.add(name);
                });
        return schema.put("additionalProperties", false);
    }
}
