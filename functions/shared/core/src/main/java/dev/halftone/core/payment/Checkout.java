package dev.halftone.core.payment;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A processor's page on which one order is paid. Its address is a secret of its buyer.
 *
 * @param session what the processor calls it
 * @param live whether money moves there; not so in the processor's test mode
 * @param customer the buyer as the processor names them; {@code null} if it does not say so yet
 */
public record Checkout(
        String session,
        URI url,
        boolean live,
        Instant expiresAt,
        @Nullable CustomerReference customer) {}
