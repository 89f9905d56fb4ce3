package dev.halftone.core.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something about an account was changed: what, when and from where, but no value of before or
 * after. By it a person notices a change that was not theirs.
 *
 * @param way the way to sign in of the session that made the change, if a session made it
 * @param device the browser and system of that session, such as "Firefox on Linux"
 */
public record AccountEvent(Kind kind, Instant at, @Nullable String way, @Nullable String device) {

    /** What was changed. */
    public enum Kind {
        NAME_CHANGED,
        LANGUAGE_CHANGED,
        EMAIL_CHANGE_REQUESTED,
        EMAIL_CHANGED,
        POLICY_ACCEPTED,
        WAY_LINKED,
        WAY_UNLINKED,
        TOKEN_CREATED,
        TOKEN_REVOKED,
        SESSION_ENDED,
        ALL_SESSIONS_ENDED
    }

    /** Of a change that somebody made at the browser of a session. */
    public static AccountEvent by(Session session, Kind kind, Instant at) {
        return new AccountEvent(kind, at, session.origin().way(), session.origin().device());
    }

    public static AccountEvent of(Kind kind, Instant at) {
        return new AccountEvent(kind, at, null, null);
    }
}
