package dev.halftone.architecture.planted.core;

final class MutableStatic {
    private static int count;

    static int next() {
        count += 1;
        return count;
    }
}
