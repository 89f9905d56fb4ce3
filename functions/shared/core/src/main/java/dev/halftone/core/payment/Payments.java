package dev.halftone.core.payment;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payments, and what they do to the ledger.
 *
 * <p>Guarantees: reads are strongly consistent; each call is one transaction, decided by what is
 * stored then; a business key grants once, for ever, and so does a payment; no more is taken back
 * of a payment than it granted; whatever is heard of it, in whatever order and however often, it
 * ends the same.
 */
public interface Payments {

    int PAGE_MAX = 50;

    /** Grants what was ordered, and keeps with the order that it is paid: both or neither. */
    FulfilOutcome fulfil(Bill bill, PriceList prices, Instant now);

    /** Keeps news of a refund, also of a payment that is not known yet. */
    void note(PaymentFact.Refunded refunded);

    /** Keeps news of a dispute, also of a payment that is not known yet. */
    void note(PaymentFact.Disputed disputed);

    /**
     * Takes the next step to what the news of a payment ask of its account: freezes it, takes
     * credits back or gives them back, thaws it.
     *
     * @return whether there was a step to take, and so may be another
     */
    boolean settle(PaymentReference payment, Instant now);

    Optional<Payment> find(PaymentReference payment);

    /** Payments of an account, newest first. */
    Page<Payment> of(AccountId account, int limit, @Nullable String cursor);

    /** What became of a bill. */
    sealed interface FulfilOutcome {

        /**
         * Granted now.
         *
         * @param settled whether nothing else follows from it: its account was open before, and no
         *     refund and no dispute of it was heard of
         */
        record Fulfilled(Order order, Credits credits, boolean settled) implements FulfilOutcome {}

        /** It had its effect before; nothing changed now. */
        record AlreadyFulfilled() implements FulfilOutcome {}

        /** Not what was ordered: nothing is granted, and the payment is kept to be looked at. */
        record Mismatched(Mismatch mismatch) implements FulfilOutcome {}

        /** Nothing is known of such an order; nothing changed now. */
        record NoSuchOrder() implements FulfilOutcome {}
    }
}
