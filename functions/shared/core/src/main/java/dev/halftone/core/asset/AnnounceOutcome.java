package dev.halftone.core.asset;

/** What became of the announcement of an asset. */
public sealed interface AnnounceOutcome {

    /** It is known now, or was before: then it may be further than awaited. */
    record Announced(Asset asset) implements AnnounceOutcome {}

    /** The key was used for something else. */
    record KeyReused() implements AnnounceOutcome {}

    /** It does not fit; nothing was stored. */
    record OverQuota(StorageUse use, StorageQuota quota) implements AnnounceOutcome {}
}
