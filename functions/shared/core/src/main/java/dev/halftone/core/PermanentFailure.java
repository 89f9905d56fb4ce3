package dev.halftone.core;

/** A retry cannot help: an unreadable message, a broken contract. An operator must look. */
public final class PermanentFailure extends DependencyFailure {

    public PermanentFailure(String dependency, String message, Throwable cause) {
        super(dependency, message, cause);
    }

    public PermanentFailure(String dependency, String message) {
        super(dependency, message);
    }
}
