package dev.halftone.architecture.planted.core;

final class ThrowsAnything {
    void fail() {
        throw new RuntimeException("of no particular kind");
    }
}
