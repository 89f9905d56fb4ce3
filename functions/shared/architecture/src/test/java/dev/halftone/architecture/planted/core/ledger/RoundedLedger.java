package dev.halftone.architecture.planted.core.ledger;

import java.util.List;

final class RoundedLedger {
    private final double field;

    RoundedLedger(int credits) {
        this.field = credits;
    }

    float share(long credits) {
        return credits;
    }

    Double boxed() {
        return field;
    }

    List<Double> list() {
        return List.of(field);
    }

    int cast(int credits) {
        return (int) (double) credits;
    }

    long product() {
        return (long) (field * 1.5);
    }

    long rounded() {
        return (long) Math.ceil(field);
    }

    int array(int size) {
        return new float[size].length;
    }
}
