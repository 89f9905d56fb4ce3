package dev.halftone.core.generation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one part of a generation at its provider, after the generation had ended.
 *
 * @param provider its name in the catalogue
 * @param at when that was, or will be
 */
public record Receipt(String provider, Part part, Manner manner, Instant at) {

    /** Of what. */
    public enum Part {
        /** The words, the files that came with them, and what was chosen. */
        ORDER,
        /** The files that were made. */
        RESULT;

        /** Stable, for programs and stores. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Part> ofCode(String code) {
            return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
        }
    }

    /** How it went. */
    public enum Manner {
        /** It was asked to keep nothing beyond the work itself. */
        NOT_KEPT,
        /** It goes by itself, at that time. */
        EXPIRES,
        /** It said that it has erased it. */
        ERASED,
        /** It said that it has it no more. */
        GONE,
        /** It does not say how long it keeps it, and cannot be asked to erase it. */
        UNDECLARED,
        /** It was asked to erase it until that time, and never said that it did. */
        UNANSWERED;

        /** Stable, for programs and stores. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Manner> ofCode(String code) {
            return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
        }
    }
}
