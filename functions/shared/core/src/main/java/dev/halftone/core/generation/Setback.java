package dev.halftone.core.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an attempt came to nothing: a closed set, without anybody's words. */
public enum Setback {
    /** The provider was too busy, or did not answer for itself. */
    BUSY,
    /** The provider does not accept our key, plan or balance. */
    KEY_REFUSED,
    /** The provider does not have the endpoint for us. */
    NOT_OFFERED,
    /** Something of our own was missing. */
    OURS,
    /** What came was not what was asked for. */
    NOT_AS_ASKED,
    /** The result could not be fetched or stored. */
    NOT_STORED,
    /** The provider's rules do not allow what was asked for. */
    PROMPT_REFUSED,
    /** The provider's rules do not allow what it made. */
    RESULT_REFUSED;

    /** Stable, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Setback of(Objection objection) {
        return switch (objection.side()) {
            case PROMPT -> PROMPT_REFUSED;
            case RESULT -> RESULT_REFUSED;
        };
    }

    public static Optional<Setback> ofCode(String code) {
        return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
    }
}
