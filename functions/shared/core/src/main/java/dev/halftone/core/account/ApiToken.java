package dev.halftone.core.account;

import dev.halftone.core.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets a program do in their name until it expires or is revoked.
 *
 * @param tokenHash SHA-256 of the secret that the program holds
 * @param name 1 to 60 characters, in the owner's words
 * @param scopes at least one
 * @param lastUsedAt to the hour at best; {@code null} before the first use
 * @param lastFour the end of the token's text, which its owner knows it by
 */
public record ApiToken(
        UserId user,
        AccountId account,
        String tokenHash,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        String lastFour)
        implements Credential {

    public static final int NAME_CHARACTERS_MAX = 60;
    public static final Duration LIFE_USUAL = Duration.ofDays(90);
    public static final Duration LIFE_MAX = Duration.ofDays(365);

    /** Tokens of one person at a time that have not expired. */
    public static final int PER_PERSON_MAX = 20;

    // Noting every use would cost a write per request.
    private static final Duration NOTE_USE_AFTER = Duration.ofHours(1);
    private static final int ID_DIGITS = 32;

    public ApiToken {
        scopes = Set.copyOf(scopes);
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            throw new IllegalArgumentException("A token has a name of 1 to 60 characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A token is for something");
        }
        if (expiresAt.isAfter(createdAt.plus(LIFE_MAX))) {
            throw new IllegalArgumentException("A token lives for a year at most");
        }
    }

    /** What its owner names it by; it neither opens nor finds anything. */
    public String id() {
        return "tok_" + Digest.sha256Hex("token id " + tokenHash).substring(0, ID_DIGITS);
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether the last use that is stored lies long enough ago to store another. */
    public boolean wantsUseNoted(Instant now) {
        return lastUsedAt == null || now.isAfter(lastUsedAt.plus(NOTE_USE_AFTER));
    }

    public ApiToken used(Instant now) {
        return new ApiToken(
                user, account, tokenHash, name, scopes, createdAt, expiresAt, now, lastFour);
    }
}
