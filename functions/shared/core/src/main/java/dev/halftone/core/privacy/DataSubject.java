package dev.halftone.core.privacy;

/** Whom data is about. */
public enum DataSubject {
    /** Somebody who signs in. */
    USER,
    NOBODY
}
