package dev.halftone.function.checkout;

import dev.halftone.core.account.Language;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Product;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be bought, for everybody to see.
 *
 * @param processors the usual one first
 * @param refundTerms when money is given back; {@code null} where nothing is sold
 */
record ProductsResource(
        List<Item> products, List<String> processors, @Nullable String refundTerms) {

    /** A product. */
    record Item(
            String id,
            String kind,
            String title,
            long credits,
            @Nullable String period,
            @Nullable String plan,
            @Nullable Integer expiresAfterDays,
            boolean expiresWithPeriod,
            List<Price> prices) {}

    /** What it costs, before tax is added. */
    record Price(String currency, long amountMinor) {}

    static ProductsResource of(PaymentTerms terms, Language language) {
        return new ProductsResource(
                terms.prices().products().stream().map(ProductsResource::item).toList(),
                terms.processors().stream().map(ProcessorTerms::id).toList(),
                terms.refundTerms().get(language));
    }

    private static Item item(Product product) {
        Product.Period period = product.period();
        return new Item(
                product.id().value(),
                product.kind().label(),
                product.title(),
                product.credits().amount(),
                period == null ? null : period.label(),
                product.plan(),
                product.expiresAfterDays(),
                product.expiresWithPeriod(),
                product.prices().stream()
                        .map(price -> new Price(price.currency(), price.cost().amountMinor()))
                        .toList());
    }
}
