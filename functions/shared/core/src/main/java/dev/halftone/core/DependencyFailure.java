package dev.halftone.core;

import java.util.Objects;

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

    /** Never absent: every failure says what it is. */
    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Which neighbour failed, for example {@code dynamodb} or {@code fal}. */
    public final String dependency() {
        return dependency;
    }
}
