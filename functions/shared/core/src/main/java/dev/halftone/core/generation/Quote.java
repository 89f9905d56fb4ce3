package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * A price promised to one user for one set of parameters: it is charged even if the price list
 * changes before the click.
 */
public record Quote(UserId user, String pricedHash, Price price, Instant expiresAt) {

    public static final Duration LIFETIME = Duration.ofMinutes(15);

    Instant madeAt() {
        return expiresAt.minus(LIFETIME);
    }

    public boolean isFor(UserId caller, GenerationRequest request) {
        return user.equals(caller) && pricedHash.equals(request.pricedHash());
    }
}
