package dev.halftone.core.account;

import org.jspecify.annotations.Nullable;

/**
 * What an identity provider vouched for at this sign-in.
 *
 * @param emailVerified whether the provider itself checked the mailbox
 */
public record VerifiedPerson(
        Identity identity,
        Email email,
        boolean emailVerified,
        @Nullable String name,
        @Nullable String picture) {}
