package dev.halftone.core;

import java.time.Duration;

/** A neighbour did not do its part this time; the same call may succeed later. */
public final class TransientFailure extends DependencyFailure {

    private static final Duration RETRY_AFTER_DEFAULT = Duration.ofSeconds(2);

    private final Duration retryAfter;

    public TransientFailure(String dependency, String message, Throwable cause) {
        super(dependency, message, cause);
        this.retryAfter = RETRY_AFTER_DEFAULT;
    }

    public TransientFailure(String dependency, String message) {
        super(dependency, message);
        this.retryAfter = RETRY_AFTER_DEFAULT;
    }

    /** How long a caller should wait before it tries again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
