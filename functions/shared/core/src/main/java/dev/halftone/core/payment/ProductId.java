package dev.halftone.core.payment;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a product of the profile, such as {@code pack-400}. */
public record ProductId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public ProductId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("is no product id");
        }
    }

    public static Optional<ProductId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ProductId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
