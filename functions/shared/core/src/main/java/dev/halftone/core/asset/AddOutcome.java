package dev.halftone.core.asset;

/** What became of an asset that was to be added. */
public sealed interface AddOutcome {

    record Added(Asset asset) implements AddOutcome {}

    /** There is one of this id, which may be the same. */
    record Known(Asset asset) implements AddOutcome {}

    /** It does not fit beside what its owner keeps; nothing was stored. */
    record OverQuota() implements AddOutcome {}
}
