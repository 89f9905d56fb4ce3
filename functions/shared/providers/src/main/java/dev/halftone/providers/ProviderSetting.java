package dev.halftone.providers;

import dev.halftone.core.CallerIdentity;
import dev.halftone.core.SecretText;
import dev.halftone.core.SigningKey;
import dev.halftone.core.catalogue.TextDialect;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter is composed from. Secrets are asked for per call: a snapshot taken when a
 * function starts must hold none, and a key that is replaced is used from then on.
 *
 * @param baseUrl where the provider is called
 * @param region where it is to work, and nowhere else; {@code null} if that is no question
 * @param texts how it wants to be asked for texts; {@code null} if that is no question
 * @param key our key there
 * @param us what it may learn about us
 */
public record ProviderSetting(
        URI baseUrl,
        @Nullable String region,
        @Nullable TextDialect texts,
        Supplier<SecretText> key,
        Us us,
        Clock clock) {

    /**
     * Who we are.
     *
     * @param publicUrl where it finds us, for its callbacks
     * @param signingKey what pseudonyms for people are derived from
     * @param callerIdentity who this function is to AWS, for providers that federate with it
     */
    public record Us(
            Supplier<URI> publicUrl,
            Supplier<SigningKey> signingKey,
            CallerIdentity callerIdentity) {}
}
