package dev.halftone.core.generation;

/** What a worker did with a message. */
public sealed interface StepOutcome {

    /** Nothing was due, or somebody else was faster. */
    record Idle(String why) implements StepOutcome {}

    /** The generation moved on or is being watched. */
    record Advanced(Generation generation) implements StepOutcome {}

    /**
     * Its provider surely did not take it, and another one is to get it.
     *
     * @param from who declined
     * @param why for operators
     */
    record Reassigned(Generation generation, String from, String why) implements StepOutcome {}

    /**
     * A provider does not accept our key, plan or balance: an operator has to act.
     *
     * @param next what became of the generation
     */
    record KeyRefused(String provider, StepOutcome next) implements StepOutcome {}

    /**
     * A result could not be delivered this time.
     *
     * @param why for operators
     */
    record Delayed(Generation generation, String why) implements StepOutcome {}

    /**
     * A submission of unknown outcome was sent again: the provider may have to be paid twice.
     *
     * @param next what became of it
     */
    record Resent(StepOutcome next) implements StepOutcome {}

    /**
     * A provider said what it will bill.
     *
     * @param next what became of what it made
     */
    record Billed(DirectProvider.Usage usage, StepOutcome next) implements StepOutcome {}

    /**
     * What a provider made, and will have to be paid for, is dropped and charged to nobody.
     *
     * @param why for operators
     * @param next how the generation ended
     */
    record Wasted(String why, StepOutcome next) implements StepOutcome {}

    record Ended(Generation generation) implements StepOutcome {}

    /** A result came after the credits had gone back, and was given away. */
    record LateDelivered(Generation generation) implements StepOutcome {}

    /**
     * A result came after the credits had gone back, and nothing of it was stored.
     *
     * @param why for operators
     */
    record LateDiscarded(Generation generation, String why) implements StepOutcome {}

    /** Nothing more is to be done about what the provider has of a generation that has ended. */
    record Erased(Generation generation, Receipt.Manner manner) implements StepOutcome {}

    /**
     * The provider did not say that it has erased what it has; it is asked again.
     *
     * @param why for operators
     */
    record Unerased(Generation generation, String why) implements StepOutcome {}
}
