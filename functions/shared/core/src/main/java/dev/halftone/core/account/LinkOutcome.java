package dev.halftone.core.account;

/** What became of a further identity of a person. */
public sealed interface LinkOutcome {

    record Linked() implements LinkOutcome {}

    /** It was theirs before. */
    record AlreadyTheirs() implements LinkOutcome {}

    /** It is somebody else's, and stays so. */
    record InUse() implements LinkOutcome {}

    record TooMany() implements LinkOutcome {}
}
