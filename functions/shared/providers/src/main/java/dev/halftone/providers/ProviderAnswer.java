package dev.halftone.providers;

import dev.halftone.core.generation.Provider.PollOutcome;
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
public record ProviderAnswer(int code, HttpHeaders headers, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ProviderAnswer of(HttpResponse<byte[]> response) {
        return new ProviderAnswer(response.statusCode(), response.headers(), read(response.body()));
    }

    /** What is not JSON reads as a missing node. */
    public static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    /** It says nothing about work; if it asks to be left alone for a while, that much is heard. */
    public PollOutcome unanswered(String detail) {
        return new PollOutcome.Unanswered(detail, RetryAfter.asked(this).orElse(null));
    }

    public boolean isSuccess() {
        return code >= 200 && code < 300;
    }

    public Optional<String> text(String field) {
        return text(body, field);
    }

    /** A field that is a string. */
    public static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }
}
