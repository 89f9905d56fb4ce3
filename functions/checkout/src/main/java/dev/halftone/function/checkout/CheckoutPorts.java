package dev.halftone.function.checkout;

import dev.halftone.core.Secrets;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.Customers;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.Payments;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.ratelimit.RateLimits;
import java.time.Clock;
import java.util.Map;

/**
 * Everything outside that this function uses.
 *
 * @param processors by their ids
 */
record CheckoutPorts(
        Sessions sessions,
        RateLimits limits,
        Ledger ledger,
        Orders orders,
        Payments payments,
        Customers customers,
        ApplyPayment applying,
        Map<String, PaymentProcessor> processors,
        Secrets secrets,
        Profile profile,
        PaymentTerms terms,
        Clock clock) {

    CheckoutPorts {
        processors = Map.copyOf(processors);
    }
}
