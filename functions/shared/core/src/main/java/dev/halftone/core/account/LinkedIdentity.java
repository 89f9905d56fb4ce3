package dev.halftone.core.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the identities by which a person signs in.
 *
 * @param way the profile's way to sign in that it came by
 * @param address what the provider called the person's address then; for the person's eyes only,
 *     never compared with another
 */
public record LinkedIdentity(
        IdentityId id, String way, @Nullable String address, Instant linkedAt) {}
