package dev.halftone.sandbox.painter;

/** Repeatable chance: the same words and seed always throw the same numbers (SplitMix64). */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(String words, long seed) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < words.length(); i++) {
            hash = (hash ^ words.charAt(i)) * 0x100000001B3L;
        }
        return new Dice(mix(hash + mix(seed)));
    }

    /** A stream of its own, so that one more throw here does not move everything drawn later. */
    Dice fork(String purpose) {
        return of(purpose, state);
    }

    double unit() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    int sign() {
        return unit() < 0.5 ? -1 : 1;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    long seed() {
        state += GOLDEN;
        return mix(state);
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
