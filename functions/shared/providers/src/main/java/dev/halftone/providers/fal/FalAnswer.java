package dev.halftone.providers.fal;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An HTTP answer.
 *
 * @param body missing if it is not JSON
 */
record FalAnswer(int code, HttpHeaders headers, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static FalAnswer of(HttpResponse<byte[]> response) {
        return new FalAnswer(response.statusCode(), response.headers(), read(response.body()));
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    boolean isSuccess() {
        return code >= 200 && code < 300;
    }

    Optional<String> text(String field) {
        return text(body, field);
    }

    static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }
}
