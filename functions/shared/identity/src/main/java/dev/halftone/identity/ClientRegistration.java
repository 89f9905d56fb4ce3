package dev.halftone.identity;

import dev.halftone.core.SecretText;
import java.net.URI;
import java.util.function.Supplier;

/**
 * This deployment as a client of one provider.
 *
 * @param provider our short name of it, as in its routes
 * @param clientSecret read at each exchange, so that a rotated secret needs no restart
 */
public record ClientRegistration(
        String provider, URI issuer, String clientId, Supplier<SecretText> clientSecret) {

    public ClientRegistration {
        // An empty audience would be matched by a token without one.
        if (provider.isBlank() || clientId.isBlank()) {
            throw new IllegalArgumentException("A client has a provider and an id");
        }
        if (!Endpoints.allowed(issuer) || issuer.getQuery() != null) {
            throw new IllegalArgumentException("An issuer is an https address, or on loopback");
        }
    }
}
