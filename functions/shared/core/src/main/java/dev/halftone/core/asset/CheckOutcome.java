package dev.halftone.core.asset;

/** What became of a look at an asset. */
public sealed interface CheckOutcome {

    /** There was nothing to look at any more. */
    record Idle(String why) implements CheckOutcome {}

    /** It can be used, or is refused. */
    record Ended(Asset asset) implements CheckOutcome {}
}
