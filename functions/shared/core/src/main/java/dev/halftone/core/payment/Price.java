package dev.halftone.core.payment;

import dev.halftone.core.ledger.Cost;
import java.util.Map;
import java.util.Optional;

/**
 * What a product costs in one currency, before tax is added and before any discount.
 *
 * @param references what each processor calls this price, by the processor's id
 */
public record Price(Cost cost, Map<String, String> references) {

    public Price {
        references = Map.copyOf(references);
        if (cost.amountMinor() < 1) {
            throw new IllegalArgumentException("costs nothing");
        }
        if (references.isEmpty() || references.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("is not known to a processor");
        }
    }

    public String currency() {
        return cost.currency();
    }

    /** What a processor calls it; empty if it does not sell it. */
    public Optional<String> reference(String processor) {
        return Optional.ofNullable(references.get(processor));
    }
}
