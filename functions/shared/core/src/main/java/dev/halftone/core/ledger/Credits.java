package dev.halftone.core.ledger;

/** An amount of credits: a whole number, never negative. */
public record Credits(long amount) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    public Credits {
        if (amount < 0) {
            throw new IllegalArgumentException("Credits are never negative");
        }
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(amount, other.amount));
    }

    public Credits times(int count) {
        return new Credits(Math.multiplyExact(amount, count));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(amount, other.amount));
    }

    /** The smaller of both. */
    public Credits atMost(Credits limit) {
        return isLessThan(limit) ? this : limit;
    }

    public boolean isLessThan(Credits other) {
        return amount < other.amount;
    }

    public boolean isZero() {
        return amount == 0;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return Long.toString(amount);
    }
}
