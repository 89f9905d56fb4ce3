package dev.halftone.function.studio;

import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;

/** What several lists of a person's own things refuse alike. */
final class LibraryProblems {
    private LibraryProblems() {}

    static HttpResponse keyRequired() {
        return Problem.of(
                        400,
                        "idempotency_key_required",
                        "Send an Idempotency-Key of 8 to 128 letters, digits, '-' or '_'.")
                .response();
    }

    static HttpResponse badText(String field, int charactersMax) {
        return Problem.of(
                        422,
                        "invalid_" + field,
                        "It needs 1 to %d characters, none of them a control character."
                                .formatted(charactersMax))
                .field(field)
                .response();
    }

    static HttpResponse tooMany(String code, String what, int max) {
        return Problem.of(409, code, "Nobody has more than %d %s.".formatted(max, what))
                .with("max", max)
                .response();
    }
}
