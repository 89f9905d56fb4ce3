package dev.halftone.core.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** By how much an entry changes each balance; balances that stay are left out. */
public record Legs(Map<Balance, Long> amounts) {

    /** An entry that moves nothing, only says something. */
    public static final Legs NONE = new Legs(Map.of());

    public Legs {
        Map<Balance, Long> copy = new EnumMap<>(Balance.class);
        copy.putAll(amounts);
        copy.values().removeIf(amount -> amount == 0);
        amounts = Collections.unmodifiableMap(copy);
    }

    /** These legs and one more. */
    public Legs and(Balance balance, long amount) {
        Map<Balance, Long> more = new EnumMap<>(Balance.class);
        more.putAll(amounts);
        more.merge(balance, amount, Math::addExact);
        return new Legs(more);
    }

    /** Credits arriving in a balance. */
    Legs to(Balance balance, Credits credits) {
        return and(balance, credits.amount());
    }

    /** Credits leaving a balance. */
    Legs from(Balance balance, Credits credits) {
        return and(balance, -credits.amount());
    }

    public long amount(Balance balance) {
        return amounts.getOrDefault(balance, 0L);
    }

    /** Zero, for whatever leaves one balance arrives in another. */
    public long sum() {
        return amounts.values().stream().reduce(0L, Math::addExact);
    }
}
