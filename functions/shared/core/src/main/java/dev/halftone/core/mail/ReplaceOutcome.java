package dev.halftone.core.mail;

/** What became of an address that was proved. */
public sealed interface ReplaceOutcome {

    record Replaced() implements ReplaceOutcome {}

    /** Somebody else proved it first. */
    record Taken() implements ReplaceOutcome {}

    /** The code was used, or the account changed, meanwhile. */
    record Outdated() implements ReplaceOutcome {}
}
