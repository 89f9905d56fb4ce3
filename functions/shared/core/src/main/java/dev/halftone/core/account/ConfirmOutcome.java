package dev.halftone.core.account;

/** Whether a person has shown again that they are who is signed in. */
public sealed interface ConfirmOutcome {

    /**
     * They have.
     *
     * @param token in the place of the one that the browser showed, which has ended
     */
    record Confirmed(SessionToken token) implements ConfirmOutcome {}

    /** The provider vouched for another person; the session stays as it was. */
    record SomebodyElse() implements ConfirmOutcome {}
}
