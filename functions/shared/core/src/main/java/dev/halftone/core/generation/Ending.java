package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import java.util.Locale;

/** How a generation ended, as far as it says something about its model. */
public enum Ending {
    /** In time, and charged. */
    DELIVERED,
    /** Not delivered in time, and not for anything that its owner asked for or did. */
    FAILED,
    /** Not to be made: a safety rule spoke, or what was given cannot be used. */
    REFUSED,
    /** Stopped by its owner. */
    STOPPED;

    /** The end that settled it: what came as a gift had failed. */
    public static Ending of(GenerationState state) {
        return switch (state) {
            case Succeeded succeeded -> succeeded.free() ? FAILED : DELIVERED;
            case Failed failed -> of(failed.reason());
            case Accepted _, Submitting _, Running _, Delivering _ ->
                    throw new IllegalArgumentException("It has not ended");
        };
    }

    private static Ending of(FailureReason reason) {
        return switch (reason) {
            case PROVIDER_ERROR, PROVIDER_UNAVAILABLE, TIMEOUT, INVALID_RESULT, NOT_STORED ->
                    FAILED;
            case MODERATION, INVALID_REQUEST -> REFUSED;
            case CANCELLED -> STOPPED;
        };
    }

    /** Stable, for programs and stores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
