package dev.halftone.core.asset;

import java.time.Instant;

/** How far an upload is; it only ever goes forward. */
public sealed interface AssetState {

    /** The file is to come, until then. */
    record Awaited(Instant until) implements AssetState {}

    /** It has come, and is looked at. */
    record Checking(Instant until) implements AssetState {}

    /** It can be used. */
    record Ready(AssetFile file, Instant at) implements AssetState {}

    /** It was not kept. */
    record Refused(AssetRefusal reason, Instant at) implements AssetState {}

    /** As it is stored and shown. */
    default String label() {
        return switch (this) {
            case Awaited _ -> "awaited";
            case Checking _ -> "checking";
            case Ready _ -> "ready";
            case Refused _ -> "refused";
        };
    }
}
