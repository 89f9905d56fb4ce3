package dev.halftone.sandbox.llm;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question as a language model's endpoint reads it, or what is wrong with it.
 *
 * @param instructions the system's words
 * @param brief the user's words
 * @param schema of the answer; {@code null} where plain text will do
 * @param fault the parameter that is refused; {@code null} if none is
 */
record ChatRequest(
        String instructions, String brief, @Nullable JsonNode schema, @Nullable String fault) {

    private static final Set<String> KNOWN =
            Set.of(
                    "model",
                    "messages",
                    "max_tokens",
                    "max_completion_tokens",
                    "response_format",
                    "temperature",
                    "seed");
    private static final int MESSAGES_MAX = 50;

    static ChatRequest read(JsonNode body) {
        StringBuilder instructions = new StringBuilder();
        StringBuilder brief = new StringBuilder();
        for (JsonNode message : body.path("messages")) {
            StringBuilder words =
                    message.path("role").asString("").equals("system") ? instructions : brief;
            words.append(message.path("content").asString(""));
        }
        JsonNode format = body.path("response_format");
        JsonNode schema =
                switch (format.path("type").asString("text")) {
                    case "json_schema" -> format.at("/json_schema/schema");
                    case "json_object" -> named(instructions.toString()).orElse(null);
                    default -> null;
                };
        String fault = fault(body, instructions.toString(), brief.toString(), schema);
        return new ChatRequest(instructions.toString(), brief.toString(), schema, fault);
    }

    private static @Nullable String fault(
            JsonNode body, String instructions, String brief, @Nullable JsonNode schema) {
        for (String name : body.propertyNames()) {
            if (!KNOWN.contains(name)) {
                return name;
            }
        }
        if (brief.isBlank() || body.path("messages").size() > MESSAGES_MAX) {
            return "messages";
        }
        JsonNode format = body.path("response_format");
        boolean plainJson = format.path("type").asString("").equals("json_object");
        // Endpoints refuse JSON mode where no word of the conversation asks for JSON.
        if (plainJson && !instructions.contains("JSON")) {
            return "messages";
        }
        boolean strict = format.path("type").asString("").equals("json_schema");
        return strict && !isStrict(schema) ? "response_format" : null;
    }

    /** All that is named is required, and nothing else may stand there. */
    private static boolean isStrict(@Nullable JsonNode schema) {
        return schema != null
                && schema.path("type").asString("").equals("object")
                && !schema.path("additionalProperties").asBoolean(true)
                && schema.path("required").size() == schema.path("properties").size();
    }

    /** A schema that stands in the words. */
    private static Optional<JsonNode> named(String instructions) {
        int begin = instructions.indexOf("{\"");
        int end = instructions.lastIndexOf('}');
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    JsonMapper.shared().readTree(instructions.substring(begin, end + 1)));
        } catch (JacksonException noSchema) {
            return Optional.empty();
        }
    }
}
