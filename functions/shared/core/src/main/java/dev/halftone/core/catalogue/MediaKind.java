package dev.halftone.core.catalogue;

/** What a model makes. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    /** A document that a language model writes. */
    TEXT
}
