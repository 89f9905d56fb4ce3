package dev.halftone.creem;

import dev.halftone.core.PermanentFailure;
import java.util.Locale;

/** A product: what our catalogue calls a price. */
record CreemProduct(CreemObject product) {

    String id() {
        return product.id();
    }

    long price() {
        return product.need("price");
    }

    String currency() {
        return currency(product);
    }

    boolean isTaxIncluded() {
        return product.word("tax_mode").equals("inclusive");
    }

    /** The currency that something names, in capitals. */
    static String currency(CreemObject object) {
        return object.text("currency")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .filter(text -> text.matches("[A-Z]{3}"))
                .orElseThrow(
                        () -> new PermanentFailure(CreemProtocol.NAME, "there is no currency"));
    }
}
