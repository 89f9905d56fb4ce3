package dev.halftone.core.account;

/** What became of a person who came for the first time. */
public sealed interface CreateOutcome {

    record Created(User user) implements CreateOutcome {}

    /** The identity had a user already, from an earlier or a concurrent sign-in. */
    record Known(User user) implements CreateOutcome {}

    /** The verified address belongs to another user; nothing was stored. */
    record AddressTaken() implements CreateOutcome {}
}
