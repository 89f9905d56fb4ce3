package dev.halftone.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes back to the client: a function's answer, or the gateway's own. */
record HttpAnswer(int status, Map<String, List<String>> headers, ByteBuffer body) {
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON_TYPE = "application/json";

    HttpAnswer {
        headers = Map.copyOf(headers);
        body = body.asReadOnlyBuffer();
    }

    /** The gateway's own words for what no function answered. */
    static HttpAnswer message(int status, String message) {
        return new HttpAnswer(
                status,
                Map.of(CONTENT_TYPE, List.of(JSON_TYPE)),
                StandardCharsets.UTF_8.encode("{\"message\":\"" + message + "\"}"));
    }

    /** Reads payload format 2.0; JSON without a status code is a body with status 200. */
    static HttpAnswer read(String payload, JsonMapper json) {
        JsonNode answer;
        try {
            answer = json.readTree(payload);
        } catch (JacksonException _) {
            return internalError();
        }
        if (!answer.path("statusCode").isIntegralNumber()) {
            return new HttpAnswer(
                    200,
                    Map.of(CONTENT_TYPE, List.of(JSON_TYPE)),
                    StandardCharsets.UTF_8.encode(payload));
        }
        int status = answer.path("statusCode").intValue();
        return status < 100 || status > 599
                ? internalError()
                : new HttpAnswer(status, headers(answer), body(answer));
    }

    static HttpAnswer internalError() {
        return message(500, "Internal Server Error");
    }

    private static Map<String, List<String>> headers(JsonNode answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.path("headers")
                .forEachEntry((name, value) -> headers.put(name, List.of(value.asString())));
        List<String> cookies = new ArrayList<>();
        answer.path("cookies").forEach(cookie -> cookies.add(cookie.asString()));
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", List.copyOf(cookies));
        }
        return headers;
    }

    private static ByteBuffer body(JsonNode answer) {
        JsonNode body = answer.path("body");
        if (!body.isString()) {
            return ByteBuffer.allocate(0);
        }
        return answer.path("isBase64Encoded").asBoolean(false)
                ? ByteBuffer.wrap(Base64.getDecoder().decode(body.stringValue()))
                : StandardCharsets.UTF_8.encode(body.stringValue());
    }
}
