package dev.halftone.creem;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A transaction: one charge, and what went back of it. */
record CreemCharge(CreemObject transaction) {

    private static final String CHARGED_BACK = "chargedback";
    // Their own sample of a dispute that has just begun says so.
    private static final String CHARGEBACK = "chargeback";
    private static final Set<String> REFUNDED = Set.of("refunded", "partialrefund");
    private static final Set<String> TAKEN =
            Set.of("paid", "refunded", "partialrefund", CHARGED_BACK, CHARGEBACK);

    String id() {
        return transaction.id();
    }

    PaymentReference reference() {
        return new PaymentReference(CreemProtocol.NAME, id());
    }

    /** Whether it was paid once, whatever became of it since. */
    boolean isTaken() {
        return TAKEN.contains(transaction.word("status"));
    }

    /** Whether a bank has taken it back for good. */
    boolean isChargedBack() {
        return transaction.word("status").equals(CHARGED_BACK);
    }

    boolean isDisputed() {
        return transaction.word("status").equals(CHARGEBACK);
    }

    boolean isRefunded() {
        return REFUNDED.contains(transaction.word("status"));
    }

    boolean isLive() {
        return transaction.word("mode").equals(CreemProtocol.LIVE_MODE);
    }

    Instant at() {
        return transaction
                .time("created_at")
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        CreemProtocol.NAME, "a transaction has no time"));
    }

    /** What the buyer was charged, with the tax. */
    Cost total() {
        return cost(paid());
    }

    /**
     * What it cost before tax was added and before any discount. Worked out from what was charged:
     * {@code amount} itself is described as a total and shown as a price.
     */
    Cost asked(CreemProduct product) {
        long tax = product.isTaxIncluded() ? 0 : transaction.number("tax_amount");
        return cost(Math.max(0, paid() - tax + transaction.number("discount_amount")));
    }

    /** How much went back by now; empty if nothing was charged. */
    Optional<PaymentFact> refunded(long atLeast, Instant asOf) {
        long paid = paid();
        if (paid < 1) {
            return Optional.empty();
        }
        long back = Math.max(atLeast, transaction.number("refunded_amount"));
        return Optional.of(
                new PaymentFact.Refunded(reference(), Math.clamp(back, 0, paid), paid, asOf));
    }

    private long paid() {
        return transaction.has("amount_paid")
                ? transaction.need("amount_paid")
                : transaction.need("amount");
    }

    private Cost cost(long amountMinor) {
        return new Cost(amountMinor, CreemProduct.currency(transaction));
    }
}
