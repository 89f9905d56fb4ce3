package dev.halftone.core.asset;

/** What an asset is to whoever uses it. */
public enum AssetKind {
    PICTURE,
    SOUND,
    FILM
}
