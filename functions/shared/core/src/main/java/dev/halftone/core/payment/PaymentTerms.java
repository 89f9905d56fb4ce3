package dev.halftone.core.payment;

import dev.halftone.core.account.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile says of payments.
 *
 * @param processors the first is the usual one
 * @param refundTerms when money is given back, in every language
 */
public record PaymentTerms(
        List<ProcessorTerms> processors,
        PriceList prices,
        Map<Language, String> refundTerms,
        Velocity velocity) {

    /** Where nothing is sold. */
    public static final PaymentTerms NONE =
            new PaymentTerms(List.of(), PriceList.EMPTY, Map.of(), new Velocity(1, 1));

    public PaymentTerms {
        processors = List.copyOf(processors);
        refundTerms = Map.copyOf(refundTerms);
        Set<String> ids = new HashSet<>();
        processors.forEach(processor -> require(ids.add(processor.id()), "has a processor twice"));
        for (Product product : prices.products()) {
            for (Price price : product.prices()) {
                require(
                        ids.containsAll(price.references().keySet()),
                        "sells " + product.id() + " by a processor that it does not have");
            }
        }
        if (!prices.products().isEmpty()) {
            for (Language language : Language.values()) {
                require(
                        !refundTerms.getOrDefault(language, "").isBlank(),
                        "has no refund terms in " + language.tag());
            }
        }
    }

    public Optional<ProcessorTerms> processor(String id) {
        return processors.stream().filter(processor -> processor.id().equals(id)).findFirst();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
