package dev.halftone.core.payment;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders. Every read is strongly consistent; an order never goes back to an earlier state. */
public interface Orders {

    int PAGE_MAX = 50;

    /** Writes an order before its checkout is opened. */
    PlaceOutcome place(Order order, Velocity velocity);

    Optional<Order> find(OrderReference order);

    /** Orders of an account, newest first. */
    Page<Order> of(AccountId account, int limit, @Nullable String cursor);

    /** Keeps the checkout, unless the order has one: the one it then has. */
    Checkout keep(OrderReference order, Checkout checkout);

    /**
     * Whether the processor may be asked now what became of the order; so that many who wait for it
     * ask but once.
     *
     * @param notSince nobody asked since then
     */
    boolean claimLook(OrderReference order, Instant now, Instant notSince);

    /** Goes on to a later state. Nothing changes if it is there already, or if there is none. */
    void advance(OrderReference order, OrderState to, Instant at);

    /** What became of an order. */
    sealed interface PlaceOutcome {

        record Placed() implements PlaceOutcome {}

        /** The same was ordered before; nothing changed now. */
        record AlreadyPlaced(Order existing) implements PlaceOutcome {}

        /** There is an order of that name for something else; nothing changed now. */
        record KeyReused() implements PlaceOutcome {}

        /**
         * Too many in too short a time, or too many that failed; nothing changed now.
         *
         * @param resetsAt when there may be room again
         */
        record TooMany(Instant resetsAt) implements PlaceOutcome {}
    }
}
