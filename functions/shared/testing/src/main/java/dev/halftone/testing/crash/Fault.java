package dev.halftone.testing.crash;

/** What befalls one call. */
public sealed interface Fault {

    /** Nothing. */
    record None() implements Fault {}

    /**
     * The process ends here, without a word.
     *
     * @param applied whether the call has taken effect by then
     */
    record Death(boolean applied) implements Fault {}

    /**
     * The process stands still while the rest of the world goes on, and then goes on itself.
     *
     * @param applied whether the call has taken effect by then
     */
    record Freeze(boolean applied) implements Fault {}

    /** The call takes effect; the process never hears so. */
    record LostReply() implements Fault {}

    /** The call does not arrive. */
    record Unreachable() implements Fault {}

    /**
     * The called answers that it will not.
     *
     * @param applied whether it has done so all the same
     */
    record Refused(Refusal refusal, boolean applied) implements Fault {}

    /** How a service refuses; each has its own words for it. */
    enum Refusal {
        /** Too many calls. */
        THROTTLED,
        /** Something broke inside. */
        BROKEN,
        /** Somebody else is changing the same thing. */
        CONFLICT
    }
}
