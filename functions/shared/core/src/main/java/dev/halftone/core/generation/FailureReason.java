package dev.halftone.core.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a generation ended without a result: a closed set, so that each has words and a rule. */
public enum FailureReason {
    /** The provider's safety rules refused the prompt or the result. */
    MODERATION(false),
    /** The provider accepted the work and failed at it. */
    PROVIDER_ERROR(true),
    /** The provider could not be reached, or took no work, until the deadline. */
    PROVIDER_UNAVAILABLE(true),
    /** The provider did not finish by the deadline. */
    TIMEOUT(true),
    /** What came back was not the picture that was asked for, or no whole picture. */
    INVALID_RESULT(true),
    /** The provider was done, but its result could not be fetched or stored by the deadline. */
    NOT_STORED(true),
    /** The provider does not accept these parameters. */
    INVALID_REQUEST(false),
    /** The user asked to stop, in time. */
    CANCELLED(true);

    private final boolean retryable;

    FailureReason(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same request may well succeed when made again. */
    public boolean retryable() {
        return retryable;
    }

    /** Whether nobody but we ended it: for all we know, the provider may still finish. */
    boolean isGivenUp() {
        return this == TIMEOUT || this == PROVIDER_UNAVAILABLE;
    }

    /** Whether a provider that had the work may ask its price all the same. */
    boolean isBilled() {
        return switch (this) {
            case PROVIDER_UNAVAILABLE, TIMEOUT, INVALID_RESULT, NOT_STORED, CANCELLED -> true;
            case MODERATION, PROVIDER_ERROR, INVALID_REQUEST -> false;
        };
    }

    /** Stable, for programs and for the ledger. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FailureReason> ofCode(String code) {
        return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
    }
}
