package dev.halftone.function.checkout;

import org.jspecify.annotations.Nullable;

/**
 * What is to be bought. It names no credits and no price: those are the profile's.
 *
 * @param processor {@code null} for the usual one
 * @param immediateDelivery whether the credits are to come at once, which ends the right to
 *     withdraw once they are spent (Directive 2011/83/EU, article 16 (m))
 */
record OrderBody(
        String product, String currency, @Nullable String processor, boolean immediateDelivery) {}
