package dev.halftone.core.payment;

import dev.halftone.core.account.Language;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a processor needs to know to open a checkout. The same order always asks for the same.
 *
 * @param email fills in the buyer's address, who may pay under another one; {@code null} if unknown
 * @param customer the buyer as the processor knows them from before; {@code null} if it does not
 * @param successUrl where the buyer goes once they have paid
 * @param cancelUrl where the buyer goes who does not pay
 */
public record CheckoutRequest(
        OrderReference order,
        Purchase purchase,
        ProcessorTerms terms,
        Language language,
        @Nullable String email,
        @Nullable CustomerReference customer,
        URI successUrl,
        URI cancelUrl) {}
