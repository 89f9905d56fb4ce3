package dev.halftone.core.payment;

import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A payment: what it bought, how it stands with its processor, and what was done about that in the
 * ledger. Its refund or dispute may be heard of before it is known what it bought.
 *
 * @param bought {@code null} until that is known
 * @param refund how much went back
 * @param disputes by what the processor calls them
 * @param revoked how many of the granted credits are taken back now
 * @param returns how often credits were given back that had been taken
 * @param version how often it changed
 */
public record Payment(
        PaymentReference reference,
        @Nullable Bought bought,
        Refund refund,
        SortedMap<String, Dispute> disputes,
        Credits revoked,
        int returns,
        long version) {

    /**
     * What a payment bought.
     *
     * @param title what the product was called
     * @param total what was charged
     * @param granted nothing if it was not what was ordered
     * @param mismatch in what it was not; {@code null} if it was
     * @param term the period it pays; {@code null} if it pays an order once
     */
    public record Bought(
            OrderReference order,
            BusinessKey key,
            String title,
            Cost total,
            Credits granted,
            @Nullable Mismatch mismatch,
            @Nullable PaidPeriod term,
            Instant at) {

        public Bought {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /**
     * How much of a payment went back.
     *
     * @param refundedMinor of {@code paidMinor}
     * @param at as of when
     */
    public record Refund(long refundedMinor, long paidMinor, Instant at) {

        public static final Refund NONE = new Refund(0, 1, Instant.EPOCH);

        private static final Comparator<Refund> NEWER =
                Comparator.comparing(Refund::at)
                        .thenComparing(Refund::refundedMinor)
                        .thenComparing(Refund::paidMinor);

        public Refund {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        /** That part of what was granted, rounded up. */
        Credits of(Credits granted) {
            BigInteger paid = BigInteger.valueOf(paidMinor);
            return new Credits(
                    BigInteger.valueOf(granted.amount())
                            .multiply(BigInteger.valueOf(refundedMinor))
                            .add(paid.subtract(BigInteger.ONE))
                            .divide(paid)
                            .longValueExact());
        }
    }

    /**
     * A dispute of a payment.
     *
     * @param hold what it did to the account
     */
    public record Dispute(DisputePhase phase, long amountMinor, Instant at, Hold hold) {

        public Dispute {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        private boolean isBefore(DisputePhase next, Instant nextAt) {
            return phase != next ? phase.compareTo(next) < 0 : at.isBefore(nextAt);
        }
    }

    /** What a dispute did to the account. */
    public enum Hold {
        NONE,
        FROZEN,
        THAWED
    }

    public Payment {
        disputes = Collections.unmodifiableSortedMap(new TreeMap<>(disputes));
    }

    /** One of which nothing is known but its name. */
    public static Payment unknown(PaymentReference reference) {
        return new Payment(reference, null, Refund.NONE, new TreeMap<>(), Credits.ZERO, 0, 0);
    }

    /** What was granted for it. */
    public Credits granted() {
        return bought == null ? Credits.ZERO : bought.granted();
    }

    /** How many of the granted credits are to be taken back altogether. */
    public Credits target() {
        return isLost() ? granted() : refund.of(granted()).atMost(granted());
    }

    /** Whether nobody has said anything of it but that it was paid. */
    boolean isQuiet() {
        return refund.equals(Refund.NONE) && disputes.isEmpty();
    }

    boolean isLost() {
        return disputes.values().stream().anyMatch(dispute -> dispute.phase() == DisputePhase.LOST);
    }

    /** With what it bought. */
    Payment buying(Bought what) {
        return new Payment(reference, what, refund, disputes, revoked, returns, version + 1);
    }

    /** With news of a refund; the same if they are no news. */
    public Payment with(PaymentFact.Refunded fact) {
        Refund said = new Refund(fact.refundedMinor(), fact.paidMinor(), fact.at());
        return Refund.NEWER.compare(refund, said) >= 0
                ? this
                : new Payment(reference, bought, said, disputes, revoked, returns, version + 1);
    }

    /** With news of a dispute; the same if they are no news. */
    public Payment with(PaymentFact.Disputed fact) {
        Dispute known = disputes.get(fact.dispute());
        if (known != null && !known.isBefore(fact.phase(), fact.at())) {
            return this;
        }
        return with(
                fact.dispute(),
                new Dispute(
                        fact.phase(),
                        fact.amountMinor(),
                        fact.at(),
                        known == null ? Hold.NONE : known.hold()));
    }

    /** With what a dispute did to the account. */
    Payment holding(String name, Dispute dispute, Hold hold) {
        return with(name, new Dispute(dispute.phase(), dispute.amountMinor(), dispute.at(), hold));
    }

    private Payment with(String name, Dispute dispute) {
        SortedMap<String, Dispute> next = new TreeMap<>(disputes);
        next.put(name, dispute);
        return new Payment(reference, bought, refund, next, revoked, returns, version + 1);
    }

    /** With so much of it taken back now. */
    Payment revoking(Credits now) {
        return new Payment(reference, bought, refund, disputes, now, returns, version + 1);
    }

    /** With so much of it taken back now, the rest having been given back once more. */
    Payment returning(Credits now) {
        return new Payment(reference, bought, refund, disputes, now, returns + 1, version + 1);
    }
}
