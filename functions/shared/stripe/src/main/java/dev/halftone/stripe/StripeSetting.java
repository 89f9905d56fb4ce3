package dev.halftone.stripe;

import dev.halftone.core.SecretText;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * How one account at Stripe is reached.
 *
 * @param baseUrl {@code https://api.stripe.com}, or what stands in for it
 * @param key of the API, which tells by its beginning whether money moves; a restricted one will do
 * @param webhookSecrets what events are signed with: one, or two parted by a blank while one is
 *     replaced
 */
public record StripeSetting(
        URI baseUrl, Supplier<SecretText> key, Supplier<SecretText> webhookSecrets, Clock clock) {}
