package dev.halftone.core.payment;

import dev.halftone.core.ledger.Credits;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is sold: a pack that is bought once, or a subscription that is paid for every period.
 *
 * @param credits of a pack, or of each whole period
 * @param prices one per currency
 * @param period how long one payment for a subscription lasts; {@code null} for a pack
 * @param plan the usage plan that a subscription brings; {@code null} for a pack
 * @param expiresAfterDays of a pack, how many days after payment its credits end; {@code null} if
 *     they do not
 * @param expiresWithPeriod whether what is left of a subscription's credits ends with the period
 *     they were paid for
 */
public record Product(
        ProductId id,
        Kind kind,
        String title,
        Credits credits,
        List<Price> prices,
        @Nullable Period period,
        @Nullable String plan,
        @Nullable Integer expiresAfterDays,
        boolean expiresWithPeriod) {

    // Ten years: longer than a payment is kept on record.
    private static final int EXPIRES_AFTER_DAYS_MAX = 3_650;
    private static final int TITLE_CHARACTERS_MAX = 60;

    /** How it is sold. */
    public enum Kind {
        PACK,
        SUBSCRIPTION;

        /** The word for it, such as {@code pack}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How long one payment lasts. */
    public enum Period {
        MONTH,
        YEAR;

        /** The word for it, such as {@code month}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Product {
        prices = List.copyOf(prices);
        require(!title.isBlank() && title.length() <= TITLE_CHARACTERS_MAX, "has no title");
        require(!credits.isZero(), "brings no credits");
        require(!prices.isEmpty(), "has no price");
        require(
                (kind == Kind.SUBSCRIPTION) == (period != null),
                "has a period and is a pack, or none");
        require((kind == Kind.SUBSCRIPTION) == (plan != null), "has a plan and is a pack, or none");
        require(kind == Kind.SUBSCRIPTION || !expiresWithPeriod, "is a pack without periods");
        require(
                expiresAfterDays == null
                        || (kind == Kind.PACK
                                && expiresAfterDays >= 1
                                && expiresAfterDays <= EXPIRES_AFTER_DAYS_MAX),
                "expires after 1 to 3650 days, and only if it is a pack");
        Set<String> currencies = new HashSet<>();
        prices.forEach(price -> require(currencies.add(price.currency()), "costs two prices"));
    }

    public Optional<Price> price(String currency) {
        return prices.stream().filter(price -> price.currency().equals(currency)).findFirst();
    }

    /** The price that a processor calls so. */
    Optional<Price> price(String processor, String reference) {
        return prices.stream()
                .filter(price -> price.reference(processor).filter(reference::equals).isPresent())
                .findFirst();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
