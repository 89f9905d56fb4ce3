package dev.halftone.core.catalogue;

/** Where in a picture or film a visible mark stands. */
public enum Corner {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_LEFT,
    BOTTOM_RIGHT
}
