package dev.halftone.core.asset;

/** What became of an asset that was to be removed. */
public sealed interface RemoveOutcome {

    record Removed() implements RemoveOutcome {}

    /** The owner has no such asset. */
    record Unknown() implements RemoveOutcome {}

    /** Somebody is looking at it, and might store it anew; that takes seconds. */
    record StillChecking() implements RemoveOutcome {}
}
