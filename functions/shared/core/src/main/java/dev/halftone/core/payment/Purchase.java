package dev.halftone.core.payment;

import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product as it was on sale when it was ordered; what is changed in the profile later changes
 * nothing of it.
 *
 * @param price before tax is added and before any discount
 * @param processor the id of the processor that sells it
 * @param priceReference what that processor calls the price
 * @param period {@code null} for a pack
 */
public record Purchase(
        ProductId product,
        Product.Kind kind,
        String title,
        Credits credits,
        Cost price,
        String processor,
        String priceReference,
        Product.@Nullable Period period,
        @Nullable String plan,
        @Nullable Integer expiresAfterDays,
        boolean expiresWithPeriod) {

    /** Empty if the processor does not sell it. */
    static Optional<Purchase> of(Product product, Price price, String processor) {
        return price.reference(processor)
                .map(
                        reference ->
                                new Purchase(
                                        product.id(),
                                        product.kind(),
                                        product.title(),
                                        product.credits(),
                                        price.cost(),
                                        processor,
                                        reference,
                                        product.period(),
                                        product.plan(),
                                        product.expiresAfterDays(),
                                        product.expiresWithPeriod()));
    }
}
