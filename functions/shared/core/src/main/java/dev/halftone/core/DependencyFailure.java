package dev.halftone.core;

/** The world outside is unwell. Handled at the edge only; the domain never catches it to decide. */
public abstract sealed class DependencyFailure extends RuntimeException
        permits TransientFailure, PermanentFailure {

    private final String dependency;

    DependencyFailure(String dependency, String message, Throwable cause) {
        super(dependency + ": " + message, cause);
        this.dependency = dependency;
    }

    DependencyFailure(String dependency, String message) {
        super(dependency + ": " + message);
        this.dependency = dependency;
    }

    /** Which neighbour failed, for example {@code dynamodb} or {@code fal}. */
    public final String dependency() {
        return dependency;
    }
}
