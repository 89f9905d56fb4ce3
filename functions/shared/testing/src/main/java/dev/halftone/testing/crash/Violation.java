package dev.halftone.testing.crash;

/** A promise that a run has seen broken. */
public enum Violation {
    /** Granted is not available, pending and used together, or the journal does not say so. */
    CREDITS_NOT_CONSERVED,
    /** A balance was below zero when somebody read it. */
    BALANCE_BELOW_ZERO,
    /** More was charged than what was delivered costs. */
    CHARGED_TWICE,
    /** Charged and shown as delivered, but there is no such picture. */
    CHARGED_WITHOUT_RESULT,
    /** The provider made the picture, every fault has passed, and the user has not got it. */
    RESULT_LOST,
    /** The provider could have told that it has the order, and was given another one. */
    ORDERED_TWICE,
    /** It has ended, every fault has passed, and the provider still has what it was to erase. */
    LEFT_BEHIND,
    /** Somebody was told that something is done that was not, and nobody else will do it. */
    ACKNOWLEDGED_WITHOUT_EFFECT,
    /** Nothing moves it any more, or it moves without end. */
    NEVER_ENDED
}
