package dev.halftone.core.payment;

import dev.halftone.core.Page;
import dev.halftone.core.account.Language;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever takes the money. Calls of it may throw {@link dev.halftone.core.DependencyFailure}.
 *
 * <p>Guarantees: it charges for what the order says and nothing else; the same order has one
 * checkout, however often it is opened; the same payment has one business key, whatever says that
 * it was paid; nothing that it returns names a card.
 */
public interface PaymentProcessor {

    /** Names it in references, such as the profile does. */
    String id();

    /** Opens the checkout of an order, or finds the one it has. */
    Checkout open(CheckoutRequest request);

    /** The page on which a customer manages what they subscribed to; a secret of theirs. */
    URI portal(CustomerReference customer, URI returnUrl, Language language);

    /**
     * Believes a delivery or not, and says what it means. May ask the processor how things stand.
     */
    DeliveryOutcome read(Delivery delivery);

    /** What became of the order's checkout; empty if nothing yet, or if none was ever opened. */
    Optional<PaymentFact> look(Order order);

    /**
     * Everything it has to say since a moment, whether or not it was delivered.
     *
     * @param cursor of the page before; {@code null} for the first
     */
    Page<PaymentFact> since(Instant from, @Nullable String cursor);

    /** The processor's document about a payment; empty if it has none. */
    Optional<URI> invoice(PaymentReference payment);
}
