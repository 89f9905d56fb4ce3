package dev.halftone.lambda;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON bodies strictly: nothing unknown, nothing twice, nothing missing, nothing converted.
 */
public final class JsonBody {
    /** Far above any request of ours, far below what would cost time to read. */
    public static final int BYTES_MAX = 64 * 1024;

    static final String MEDIA_TYPE = "application/json";

    // Thousands of unknown fields fit into a body; naming each would make the answer ten times it.
    private static final int ERRORS_MAX = 20;

    private JsonBody() {}

    /**
     * Reads a record; a component that may be left out is marked {@link Nullable}.
     *
     * @param type a record
     */
    public static <T> Body<T> read(HttpRequest request, Class<T> type) {
        if (request.body().size() > BYTES_MAX) {
            return invalid(
                    Problem.of(413, "body_too_large", "The body is larger than 64 KB.")
                            .with("bytesMax", BYTES_MAX));
        }
        if (!isA(request, MEDIA_TYPE)) {
            return invalid(unsupportedMediaType(MEDIA_TYPE));
        }
        try {
            JsonNode tree = Json.tree(utf8(request.body().bytes()));
            return tree.isObject()
                    ? bind(tree, type)
                    : invalid(malformed("The body is not a JSON object."));
        } catch (CharacterCodingException | JacksonException _) {
            return invalid(malformed("The body is not well-formed JSON."));
        }
    }

    static boolean isA(HttpRequest request, String mediaType) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        int semicolon = type.indexOf(';');
        String essence = semicolon < 0 ? type : type.substring(0, semicolon);
        return essence.strip().equals(mediaType);
    }

    static Problem unsupportedMediaType(String mediaType) {
        return Problem.of(415, "unsupported_media_type", "Send the body as " + mediaType + ".");
    }

    private static <T> Body<T> bind(JsonNode tree, Class<T> type) {
        List<Problem.FieldError> errors = fieldErrors(tree, type);
        if (!errors.isEmpty()) {
            return invalid(unprocessable(errors));
        }
        try {
            return new Body.Valid<>(Json.MAPPER.treeToValue(tree, type));
        } catch (JacksonException e) {
            return invalid(unprocessable(List.of(wrongType(e))));
        }
    }

    private static List<Problem.FieldError> fieldErrors(JsonNode tree, Class<?> type) {
        List<Problem.FieldError> errors = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.add(component.getName());
            boolean needed = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (needed && !tree.hasNonNull(component.getName())) {
                errors.add(
                        new Problem.FieldError(
                                component.getName(), "missing_field", "This field is required."));
            }
        }
        for (String name : tree.propertyNames()) {
            if (errors.size() >= ERRORS_MAX) {
                break;
            }
            if (!known.contains(name)) {
                errors.add(
                        new Problem.FieldError(
                                name, "unknown_field", "This request has no such field."));
            }
        }
        return errors;
    }

    private static Problem.FieldError wrongType(JacksonException e) {
        String field =
                e.getPath().isEmpty() || e.getPath().getFirst().getPropertyName() == null
                        ? ""
                        : e.getPath().getFirst().getPropertyName();
        return new Problem.FieldError(
                field, "invalid_field", "This field has the wrong type or an impossible value.");
    }

    private static Problem unprocessable(List<Problem.FieldError> errors) {
        Problem.FieldError first = errors.getFirst();
        Problem problem = Problem.of(422, first.code(), first.detail()).field(first.field());
        for (Problem.FieldError error : errors) {
            problem = problem.error(error);
        }
        return problem;
    }

    private static Problem malformed(String detail) {
        return Problem.of(400, "malformed_json", detail);
    }

    private static <T> Body<T> invalid(Problem problem) {
        return new Body.Invalid<>(problem.response());
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
