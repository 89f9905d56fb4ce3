package dev.halftone.core.account;

import dev.halftone.core.Digest;
import java.time.Duration;
import java.time.Instant;

/**
 * One browser's sign-in. It dies of idleness or of age, whichever comes first; both are checked on
 * every read, because the table removes expired rows late.
 *
 * @param id what the person may see and name it by; whoever knows it knows nothing that opens or
 *     finds the session, and it stays when the token changes
 * @param tokenHash SHA-256 of the secret that the browser holds
 * @param createdAt when this token began, which may be later than the sign-in
 * @param authenticatedAt when the person last proved to an identity provider who they are
 */
public record Session(
        UserId user,
        AccountId account,
        String id,
        String tokenHash,
        Instant createdAt,
        Instant authenticatedAt,
        Instant idleExpiresAt,
        Instant expiresAt,
        SessionOrigin origin)
        implements Credential {

    public static final Duration AGE_MAX = Duration.ofDays(30);
    public static final Duration IDLE_MAX = Duration.ofDays(7);

    /** How long a proof of identity counts for what could cost a person their account. */
    public static final Duration FRESH_MAX = Duration.ofMinutes(10);

    /** Sessions of one person at a time; one more ends the oldest. */
    public static final int PER_PERSON_MAX = 20;

    // Extending on every request would cost a write per request.
    private static final Duration EXTEND_AFTER = Duration.ofDays(1);
    private static final int ID_DIGITS = 32;

    /** Of no known origin. */
    public static Session open(SessionToken token, AccountId account, Instant now) {
        return open(token, account, SessionOrigin.UNKNOWN, now);
    }

    public static Session open(
            SessionToken token, AccountId account, SessionOrigin origin, Instant now) {
        return new Session(
                token.user(),
                account,
                idOf(token.hash()),
                token.hash(),
                now,
                now,
                now.plus(IDLE_MAX),
                now.plus(AGE_MAX),
                origin);
    }

    /** The id of a session that begins with this token. */
    public static String idOf(String tokenHash) {
        return "ses_" + Digest.sha256Hex("session id " + tokenHash).substring(0, ID_DIGITS);
    }

    /** When it was last used, to the day at best: not every use is written down. */
    public Instant usedAt() {
        return idleExpiresAt.minus(IDLE_MAX);
    }

    /** When it ends if it is not used any more. */
    public Instant endsAt() {
        return idleExpiresAt.isBefore(expiresAt) ? idleExpiresAt : expiresAt;
    }

    public boolean isLive(Instant now) {
        return now.isBefore(idleExpiresAt) && now.isBefore(expiresAt);
    }

    /** Whether the person proved who they are recently enough for what must not go wrong. */
    public boolean isFresh(Instant now) {
        return !now.isAfter(authenticatedAt.plus(FRESH_MAX));
    }

    /** Whether enough of the idle time has passed to write a later end. */
    public boolean wantsExtension(Instant now) {
        return now.isAfter(idleExpiresAt.minus(IDLE_MAX).plus(EXTEND_AFTER));
    }

    public Session extended(Instant now) {
        return new Session(
                user,
                account,
                id,
                tokenHash,
                createdAt,
                authenticatedAt,
                now.plus(IDLE_MAX),
                expiresAt,
                origin);
    }

    /** The same sign-in under another token: neither younger nor fresher than it was. */
    public Session under(SessionToken token, Instant now) {
        return new Session(
                user,
                account,
                id,
                token.hash(),
                now,
                authenticatedAt,
                idleExpiresAt,
                expiresAt,
                origin);
    }
}
