package dev.halftone.core.account;

import java.time.Duration;
import java.time.Instant;

/**
 * One browser's sign-in. It dies of idleness or of age, whichever comes first; both are checked on
 * every read, because the table removes expired rows late.
 *
 * @param tokenHash SHA-256 of the secret that the browser holds
 */
public record Session(
        UserId user,
        AccountId account,
        String tokenHash,
        Instant createdAt,
        Instant idleExpiresAt,
        Instant expiresAt) {

    public static final Duration AGE_MAX = Duration.ofDays(30);
    public static final Duration IDLE_MAX = Duration.ofDays(7);
    // Extending on every request would cost a write per request.
    private static final Duration EXTEND_AFTER = Duration.ofDays(1);

    public static Session open(SessionToken token, AccountId account, Instant now) {
        return new Session(
                token.user(), account, token.hash(), now, now.plus(IDLE_MAX), now.plus(AGE_MAX));
    }

    public boolean isLive(Instant now) {
        return now.isBefore(idleExpiresAt) && now.isBefore(expiresAt);
    }

    /** Whether enough of the idle time has passed to write a later end. */
    public boolean wantsExtension(Instant now) {
        return now.isAfter(idleExpiresAt.minus(IDLE_MAX).plus(EXTEND_AFTER));
    }

    public Session extended(Instant now) {
        return new Session(user, account, tokenHash, createdAt, now.plus(IDLE_MAX), expiresAt);
    }
}
