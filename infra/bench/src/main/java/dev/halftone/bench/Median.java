package dev.halftone.bench;

import java.util.List;

/** The middle of what was measured. */
final class Median {

    private Median() {}

    static double of(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
