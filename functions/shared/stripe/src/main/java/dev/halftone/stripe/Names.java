package dev.halftone.stripe;

import dev.halftone.core.ledger.Cost;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.SubscriptionReference;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's names and amounts in our types. */
final class Names {

    /** Where the order stands in the metadata of what we make. */
    static final String ORDER = "order";

    private Names() {}

    static PaymentReference payment(String id) {
        return new PaymentReference(StripeApi.NAME, id);
    }

    static SubscriptionReference subscription(String id) {
        return new SubscriptionReference(StripeApi.NAME, id);
    }

    static @Nullable CustomerReference customer(@Nullable String id) {
        return id == null ? null : new CustomerReference(StripeApi.NAME, id);
    }

    /** Empty for what another shop of the same account sold. */
    static Optional<OrderReference> order(@Nullable Map<String, String> metadata) {
        return Optional.ofNullable(metadata)
                .map(all -> all.get(ORDER))
                .flatMap(OrderReference::parse);
    }

    static Cost cost(long amountMinor, String currency) {
        return new Cost(amountMinor, currency(currency));
    }

    static String currency(String lowerCase) {
        return lowerCase.toUpperCase(Locale.ROOT);
    }

    static Instant at(Long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
