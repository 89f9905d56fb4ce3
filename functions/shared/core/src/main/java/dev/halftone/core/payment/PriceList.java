package dev.halftone.core.payment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is on sale, in the order in which it is shown. */
public record PriceList(List<Product> products) {

    public static final PriceList EMPTY = new PriceList(List.of());

    public PriceList {
        products = List.copyOf(products);
        Set<Object> seen = new HashSet<>();
        for (Product product : products) {
            if (!seen.add(product.id())) {
                throw new IllegalArgumentException("has " + product.id() + " twice");
            }
            for (Price price : product.prices()) {
                price.references()
                        .forEach(
                                (processor, reference) -> {
                                    if (!seen.add(
                                            List.of(processor, reference, price.currency()))) {
                                        throw new IllegalArgumentException(
                                                "has two products that are " + reference);
                                    }
                                });
            }
        }
    }

    public Optional<Product> product(ProductId id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }

    /** What is bought of a product now; empty if it is not sold so. */
    public Optional<Purchase> purchase(ProductId id, String currency, String processor) {
        return product(id)
                .flatMap(
                        product ->
                                product.price(currency)
                                        .flatMap(price -> Purchase.of(product, price, processor)));
    }

    /** What a processor sells under that name in that currency. */
    Optional<Purchase> sold(String processor, String reference, String currency) {
        return products.stream()
                .flatMap(
                        product ->
                                product.price(currency).stream()
                                        .flatMap(
                                                price ->
                                                        Purchase.of(product, price, processor)
                                                                .stream()))
                .filter(purchase -> purchase.priceReference().equals(reference))
                .findFirst();
    }
}
