package dev.halftone.sandbox.stripe;

/**
 * What is to be paid and what it is made of.
 *
 * @param subtotal before discount and tax
 */
record Totals(long subtotal, long discount, long tax) {

    // One rate for everybody: the sandbox knows no addresses.
    private static final long TAX_PERCENT = 19;

    static Totals of(long subtotal, long discount, boolean taxed) {
        long net = subtotal - discount;
        return new Totals(subtotal, discount, taxed ? (net * TAX_PERCENT + 50) / 100 : 0);
    }

    long total() {
        return subtotal - discount + tax;
    }
}
