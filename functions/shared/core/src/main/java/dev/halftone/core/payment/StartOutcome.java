package dev.halftone.core.payment;

import java.time.Duration;

/** What became of a wish to buy something. */
public sealed interface StartOutcome {

    /** Ordered now; its checkout is open. */
    record Started(Order order) implements StartOutcome {}

    /** Ordered before, by the same click. */
    record Existing(Order order) implements StartOutcome {}

    /** The same key ordered something else before. */
    record KeyReused() implements StartOutcome {}

    record UnknownProduct() implements StartOutcome {}

    record UnknownProcessor() implements StartOutcome {}

    /** It is sold, but not in this currency, or not by this processor in it. */
    record UnknownCurrency() implements StartOutcome {}

    /** A payment of the account is disputed. */
    record AccountFrozen() implements StartOutcome {}

    /** Too many orders, or too many that failed. */
    record TooMany(Duration retryAfter) implements StartOutcome {}
}
