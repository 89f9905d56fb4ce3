package dev.halftone.testing.crash;

/**
 * A broken promise, and the run that broke it.
 *
 * @param run what was done to which call, so that it can be done again
 */
public record Finding(String run, Violation violation, String detail) {

    @Override
    public String toString() {
        return "%s: %s: %s".formatted(run, violation, detail);
    }
}
