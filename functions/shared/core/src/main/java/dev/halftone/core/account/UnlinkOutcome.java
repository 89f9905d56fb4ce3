package dev.halftone.core.account;

/** What became of an identity that a person wanted to be without. */
public sealed interface UnlinkOutcome {

    record Unlinked(LinkedIdentity former) implements UnlinkOutcome {}

    /** Without it nobody could sign in as this person any more. */
    record LastWay() implements UnlinkOutcome {}

    /** The person has no such identity. */
    record Unknown() implements UnlinkOutcome {}
}
