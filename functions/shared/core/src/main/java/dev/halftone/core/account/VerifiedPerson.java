package dev.halftone.core.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider vouched for at this sign-in.
 *
 * @param email absent if the provider named none that may be used
 * @param emailVerified whether the provider itself checked the mailbox
 */
public record VerifiedPerson(
        Identity identity,
        @Nullable Email email,
        boolean emailVerified,
        @Nullable String name,
        @Nullable String picture) {

    public VerifiedPerson {
        if (email == null && emailVerified) {
            throw new IllegalArgumentException("No address is none that was verified");
        }
    }

    /** This identity as its person will see it. */
    public LinkedIdentity linked(String way, Instant now) {
        return new LinkedIdentity(
                IdentityId.of(identity), way, email == null ? null : email.value(), now);
    }
}
