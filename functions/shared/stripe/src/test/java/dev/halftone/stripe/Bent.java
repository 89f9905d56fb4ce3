package dev.halftone.stripe;

import dev.halftone.core.Page;
import dev.halftone.core.account.Language;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentReference;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A processor as it is, for one bug to be put in. */
class Bent implements PaymentProcessor {

    final PaymentProcessor straight;

    Bent(PaymentProcessor straight) {
        this.straight = straight;
    }

    /** A fact as the bug tells it. */
    PaymentFact told(PaymentFact fact) {
        return fact;
    }

    @Override
    public String id() {
        return straight.id();
    }

    @Override
    public Checkout open(CheckoutRequest request) {
        return straight.open(request);
    }

    @Override
    public URI portal(CustomerReference customer, URI returnUrl, Language language) {
        return straight.portal(customer, returnUrl, language);
    }

    @Override
    public DeliveryOutcome read(Delivery delivery) {
        return switch (straight.read(delivery)) {
            case DeliveryOutcome.Verified verified ->
                    new DeliveryOutcome.Verified(
                            verified.eventId(),
                            verified.type(),
                            verified.facts().stream().map(this::told).toList());
            case DeliveryOutcome.Refused refused -> refused;
        };
    }

    @Override
    public Optional<PaymentFact> look(Order order) {
        return straight.look(order);
    }

    @Override
    public Page<PaymentFact> since(Instant from, @Nullable String cursor) {
        return straight.since(from, cursor);
    }

    @Override
    public Optional<URI> invoice(PaymentReference payment) {
        return straight.invoice(payment);
    }
}
