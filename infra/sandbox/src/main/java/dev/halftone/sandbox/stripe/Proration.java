package dev.halftone.sandbox.stripe;

/** What is left of a period, in seconds. */
record Proration(long left, long whole) {

    /** The share of an amount, rounded half up. */
    long of(long amountMinor) {
        return (Math.multiplyExact(amountMinor, left) * 2 + whole) / (2 * whole);
    }
}
