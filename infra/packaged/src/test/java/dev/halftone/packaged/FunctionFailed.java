package dev.halftone.packaged;

/** A function that did not start, or did not answer; the message says what it said of itself. */
final class FunctionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionFailed(String message) {
        super(message);
    }
}
