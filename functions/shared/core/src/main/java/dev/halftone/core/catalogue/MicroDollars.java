package dev.halftone.core.catalogue;

/**
 * An amount of real money: what something costs us or brings in, in millionths of a US dollar.
 * Providers name prices of fractions of a cent; whole millionths hold all of them exactly.
 *
 * @param amount negative where more was paid than earned
 */
public record MicroDollars(long amount) implements Comparable<MicroDollars> {

    public static final MicroDollars ZERO = new MicroDollars(0);

    /**
     * The sum.
     *
     * @throws ArithmeticException if it does not fit
     */
    public MicroDollars plus(MicroDollars other) {
        return new MicroDollars(Math.addExact(amount, other.amount));
    }

    /**
     * The difference.
     *
     * @throws ArithmeticException if it does not fit
     */
    public MicroDollars minus(MicroDollars other) {
        return new MicroDollars(Math.subtractExact(amount, other.amount));
    }

    /**
     * The multiple.
     *
     * @throws ArithmeticException if it does not fit
     */
    public MicroDollars times(long factor) {
        return new MicroDollars(Math.multiplyExact(amount, factor));
    }

    public boolean isNegative() {
        return amount < 0;
    }

    @Override
    public int compareTo(MicroDollars other) {
        return Long.compare(amount, other.amount);
    }
}
