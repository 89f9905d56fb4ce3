package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import java.util.Arrays;
import java.util.Optional;

/**
 * By which rule the credits of a generation ended. The numbers are shown and stored: a rule may
 * change its sentence, and never its number or its effect.
 */
public enum Rule {
    DELIVERED(1, Effect.CHARGED, "It was delivered, so its price is charged."),
    REFUSED(2, Effect.RETURNED, "A safety rule refused it, so all of its credits went back."),
    DEADLINE(
            3,
            Effect.RETURNED,
            "It was not done by its deadline, so all of its credits went back."),
    PROVIDER_FAILED(
            4, Effect.RETURNED, "The provider failed at it, so all of its credits went back."),
    NOBODY_TOOK_IT(
            5, Effect.RETURNED, "No provider took it in time, so all of its credits went back."),
    NOT_AS_ASKED(
            6, Effect.RETURNED, "What came is not what was asked for, so all credits went back."),
    NOT_STORED(
            7,
            Effect.RETURNED,
            "Its result could not be stored in time, so all credits went back."),
    NOT_POSSIBLE(
            8, Effect.RETURNED, "It cannot be made from what was given, so all credits went back."),
    STOPPED(9, Effect.RETURNED, "It was stopped as you asked, so all of its credits went back."),
    GIFT(10, Effect.NONE, "It came after its credits had gone back, so it is yours for nothing.");

    private final int number;
    private final Effect effect;
    private final String sentence;

    Rule(int number, Effect effect, String sentence) {
        this.number = number;
        this.effect = effect;
        this.sentence = sentence;
    }

    /** What it does to the credits that were set aside. */
    public enum Effect {
        CHARGED,
        RETURNED,
        NONE
    }

    /** By what such an end goes; empty while it lives. */
    static Optional<Rule> of(GenerationState state) {
        return switch (state) {
            case Succeeded succeeded -> Optional.of(succeeded.free() ? GIFT : DELIVERED);
            case Failed failed -> Optional.of(of(failed.reason()));
            case Accepted _, Submitting _, Running _, Delivering _ -> Optional.empty();
        };
    }

    static Rule of(FailureReason reason) {
        return switch (reason) {
            case MODERATION -> REFUSED;
            case TIMEOUT -> DEADLINE;
            case PROVIDER_ERROR -> PROVIDER_FAILED;
            case PROVIDER_UNAVAILABLE -> NOBODY_TOOK_IT;
            case INVALID_RESULT -> NOT_AS_ASKED;
            case NOT_STORED -> NOT_STORED;
            case INVALID_REQUEST -> NOT_POSSIBLE;
            case CANCELLED -> STOPPED;
        };
    }

    /** 1 and up. */
    public int number() {
        return number;
    }

    public Effect effect() {
        return effect;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<Rule> ofNumber(int number) {
        return Arrays.stream(values()).filter(rule -> rule.number == number).findFirst();
    }
}
