package dev.halftone.core.asset;

/** What became of an asset that was to be fetched. */
public sealed interface FetchOutcome {

    /** It was looked at already, or its owner wants it no longer. */
    record Idle() implements FetchOutcome {}

    /** It lies in quarantine. */
    record Fetched() implements FetchOutcome {}

    /** Nothing was stored. */
    record Refused(AssetRefusal why) implements FetchOutcome {}
}
