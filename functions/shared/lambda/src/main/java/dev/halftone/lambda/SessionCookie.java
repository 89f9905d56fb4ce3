package dev.halftone.lambda;

import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;

/**
 * The cookie that holds a session token.
 *
 * @param prefix {@code __Host-}; empty only for browsers that refuse secure cookies on localhost
 */
public record SessionCookie(String prefix) {
    public static final String HOST_PREFIX = "__Host-";

    public String name() {
        return prefix + "session";
    }

    /** Outlives every idle period, so that extending a session needs no new cookie. */
    public String set(SessionToken token) {
        return name()
                + "="
                + token.cookieValue()
                + "; Max-Age="
                + Session.AGE_MAX.toSeconds()
                + attributes();
    }

    public String clear() {
        return name() + "=; Max-Age=0" + attributes();
    }

    private String attributes() {
        String secure = prefix.isEmpty() ? "" : "; Secure";
        return "; Path=/" + secure + "; HttpOnly; SameSite=Lax";
    }
}
