package dev.halftone.sandbox.creem;

/** Why a call is refused, with the status that says so. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal bad(String message) {
        return new Refusal(400, message);
    }

    static Refusal missing(String type, String id) {
        return new Refusal(404, "No %s %s".formatted(type, id));
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, message);
    }

    int status() {
        return status;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
