package dev.halftone.core.payment;

import dev.halftone.core.ledger.Credits;
import java.math.BigInteger;

/** A part of one whole, exact: more than nothing, and no more than all. */
public record Fraction(long numerator, long denominator) {

    public static final Fraction WHOLE = new Fraction(1, 1);

    public Fraction {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("Not a part of a whole");
        }
    }

    /** That part of an amount, rounded down. */
    Credits of(Credits whole) {
        return new Credits(
                times(whole.amount()).divide(BigInteger.valueOf(denominator)).longValueExact());
    }

    /** Whether {@code part} is that part of {@code whole}, rounded either way. */
    boolean isPart(long part, long whole) {
        BigInteger difference =
                times(whole)
                        .subtract(
                                BigInteger.valueOf(part).multiply(BigInteger.valueOf(denominator)));
        return difference.abs().compareTo(BigInteger.valueOf(denominator)) < 0;
    }

    private BigInteger times(long amount) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
    }
}
