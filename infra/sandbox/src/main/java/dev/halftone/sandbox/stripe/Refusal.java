package dev.halftone.sandbox.stripe;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An answer that refuses a call, in the form Stripe gives it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;

    private Refusal(
            int status,
            String type,
            @Nullable String code,
            @Nullable String param,
            String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static Refusal of(String message) {
        return new Refusal(400, "invalid_request_error", null, null, message);
    }

    static Refusal ofCode(String code, String message) {
        return new Refusal(400, "invalid_request_error", code, null, message);
    }

    static Refusal ofParameter(String code, String param, String message) {
        return new Refusal(400, "invalid_request_error", code, param, message);
    }

    static Refusal missing(String type, String id) {
        return new Refusal(
                404,
                "invalid_request_error",
                "resource_missing",
                "id",
                "No such %s: '%s'".formatted(type, id));
    }

    static Refusal unknownAddress(String method, String path) {
        return new Refusal(
                404,
                "invalid_request_error",
                null,
                null,
                "Unrecognized request URL (%s: /%s).".formatted(method, path));
    }

    static Refusal wrongKey() {
        return new Refusal(401, "invalid_request_error", null, null, "Invalid API Key provided");
    }

    static Refusal otherParameters() {
        return new Refusal(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were"
                        + " first used with.");
    }

    static Refusal declined() {
        return new Refusal(402, "card_error", "card_declined", null, "Your card was declined.");
    }

    static Refusal down() {
        return new Refusal(503, "api_error", null, null, "The sandbox was told to be down.");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        ObjectNode body = Json.object("{}");
        ObjectNode error = body.putObject("error");
        error.put("type", type).put("message", getMessage());
        if (code != null) {
            error.put("code", code);
        }
        if (param != null) {
            error.put("param", param);
        }
        return body;
    }
}
