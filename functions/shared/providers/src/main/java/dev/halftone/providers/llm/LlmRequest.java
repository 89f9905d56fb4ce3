package dev.halftone.providers.llm;

import dev.halftone.core.catalogue.TextDialect;
import dev.halftone.core.catalogue.TextDialect.Output;
import dev.halftone.core.catalogue.TextTask;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent. Ours are the system's words; a person's are the user's, word for word, so that the
 * model can tell the task from what it is about.
 */
final class LlmRequest {

    private static final String AGAIN =
            "An earlier answer was not of the form that is asked for. Answer with nothing but it.";

    private final TextDialect dialect;

    LlmRequest(TextDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * One question.
     *
     * @param again whether the last answer to it was of no use
     */
    ObjectNode body(String model, String brief, TextTask task, boolean again) {
        ObjectNode schema = LlmSchema.of(task.form());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model);
        body.putArray("messages")
                .add(message("system", instructions(task, schema, again)))
                .add(message("user", brief));
        body.put(dialect.limit().name().toLowerCase(Locale.ROOT), task.tokensMax());
        body.set("response_format", responseFormat(task, schema));
        return body;
    }

    private String instructions(TextTask task, ObjectNode schema, boolean again) {
        StringBuilder text = new StringBuilder(task.instructions());
        if (dialect.output() == Output.JSON_OBJECT) {
            text.append("\n\nAnswer with one JSON object that fits this JSON Schema:\n")
                    .append(schema);
        }
        if (again) {
            text.append("\n\n").append(AGAIN);
        }
        return text.toString();
    }

    private ObjectNode responseFormat(TextTask task, ObjectNode schema) {
        ObjectNode format = JsonNodeFactory.instance.objectNode();
        return switch (dialect.output()) {
            case JSON_OBJECT -> format.put("type", "json_object");
            case JSON_SCHEMA -> {
                format.put("type", "json_schema")
                        .putObject("json_schema")
                        .put("name", task.name())
                        .put("strict", true)
                        .set("schema", schema);
                yield format;
            }
        };
    }

    private static ObjectNode message(String role, String content) {
        return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
    }
}
