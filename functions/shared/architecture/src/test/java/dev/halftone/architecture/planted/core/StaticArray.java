package dev.halftone.architecture.planted.core;

final class StaticArray {
    private static final int[] NUMBERS = {1, 2, 3};

    int first() {
        return NUMBERS[0];
    }
}
