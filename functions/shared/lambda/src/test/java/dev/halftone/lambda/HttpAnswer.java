package dev.halftone.lambda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a handler answered to an event of the HTTP gateway. */
public record HttpAnswer(JsonNode event) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public int status() {
        return event.get("statusCode").asInt();
    }

    /** A header by lower-case name; empty if there is none. */
    public String header(String name) {
        return event.get("headers").path(name).asString("");
    }

    public List<String> cookies() {
        List<String> cookies = new ArrayList<>();
        event.path("cookies").forEach(cookie -> cookies.add(cookie.asString()));
        return cookies;
    }

    public String body() {
        return event.path("body").asString("");
    }

    public byte[] bytes() {
        return event.get("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body())
                : body().getBytes(StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return MAPPER.readTree(body());
    }

    /** The code of a problem. */
    public String code() {
        return json().path("code").asString("");
    }
}
