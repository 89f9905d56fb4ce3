package dev.halftone.core.generation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a generation. It has nobody's words in it, so it may stay when they
 * go.
 *
 * @param at by the clock of the machine that did it
 * @param provider whom it happened with, by its name in the catalogue
 * @param setback why an attempt came to nothing
 * @param rule by which its credits ended
 */
public record Step(
        Kind kind,
        Instant at,
        @Nullable String provider,
        @Nullable Setback setback,
        @Nullable Rule rule) {

    /** What happened. */
    public enum Kind {
        /** Its price was promised. */
        QUOTED,
        /** It was accepted, and its credits were set aside in the same transaction. */
        RESERVED,
        /** A provider is being given it; the next of them is a second order. */
        SUBMITTED,
        /** The provider has it. */
        TAKEN,
        /** The provider surely did not take it, and is asked again. */
        POSTPONED,
        /** The provider surely did not take it, and another one is to get it. */
        HANDED_ON,
        /** The provider is done. */
        MADE,
        /** What it made could not be stored this time. */
        HELD_UP,
        /** Its owner wants it stopped. */
        STOP_ASKED,
        /** The result is stored and checked. */
        DELIVERED,
        /** It cannot succeed any more. */
        FAILED,
        /** The credits that were set aside were charged. */
        CHARGED,
        /** The credits that were set aside went back. */
        RETURNED,
        /** A result came after that, and was given away. */
        GIVEN;

        /** Stable, for programs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
        }
    }

    public Step {
        boolean ends =
                switch (kind) {
                    case CHARGED, RETURNED, GIVEN -> true;
                    case QUOTED,
                            RESERVED,
                            SUBMITTED,
                            TAKEN,
                            POSTPONED,
                            HANDED_ON,
                            MADE,
                            HELD_UP,
                            STOP_ASKED,
                            DELIVERED,
                            FAILED ->
                            false;
                };
        if (ends != (rule != null)) {
            throw new IllegalArgumentException("Credits end by a rule, and nothing else does");
        }
    }

    static Step of(Kind kind, Instant at) {
        return new Step(kind, at, null, null, null);
    }

    static Step with(Kind kind, Instant at, String provider) {
        return new Step(kind, at, provider, null, null);
    }

    static Step without(Kind kind, Instant at, String provider, Setback setback) {
        return new Step(kind, at, provider, setback, null);
    }

    /** The end of the credits, by the rule of that state. */
    static Step by(GenerationState ended) {
        Rule rule = Rule.of(ended).orElseThrow();
        Kind kind =
                switch (rule.effect()) {
                    case CHARGED -> Kind.CHARGED;
                    case RETURNED -> Kind.RETURNED;
                    case NONE -> Kind.GIVEN;
                };
        return new Step(kind, Objects.requireNonNull(ended.endedAt()), null, null, rule);
    }
}
