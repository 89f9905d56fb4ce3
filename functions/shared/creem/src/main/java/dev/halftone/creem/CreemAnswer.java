package dev.halftone.creem;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What came back of a call. */
sealed interface CreemAnswer {

    /** An answer; empty if it is not JSON. */
    record Received(int code, Optional<CreemObject> body) implements CreemAnswer {

        boolean isSuccess() {
            return code / 100 == 2;
        }
    }

    /** None; what happened, and nothing of what was said. */
    record Lost(String detail) implements CreemAnswer {}

    static CreemAnswer of(HttpResponse<byte[]> response) {
        return new Received(response.statusCode(), read(response.body()));
    }

    static Optional<CreemObject> read(byte[] json) {
        try {
            return Optional.of(new CreemObject(JsonMapper.shared().readTree(json)));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
