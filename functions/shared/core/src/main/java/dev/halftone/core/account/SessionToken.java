package dev.halftone.core.account;

import dev.halftone.core.Digest;
import dev.halftone.core.Entropy;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the browser holds: the user and 256 random bits. Only the hash of the bits is stored, so a
 * copy of the table signs nobody in.
 */
public record SessionToken(UserId user, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final Pattern SECRET_FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public SessionToken {
        if (!SECRET_FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("Not a session secret");
        }
    }

    public static SessionToken fresh(UserId user, Entropy entropy) {
        return new SessionToken(user, entropy.text(SECRET_BYTES));
    }

    /** Reads a cookie value; anything that is not exactly a token is no token. */
    public static Optional<SessionToken> parse(String cookieValue) {
        int dot = cookieValue.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            UserId user = new UserId(cookieValue.substring(0, dot));
            return Optional.of(new SessionToken(user, cookieValue.substring(dot + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public String cookieValue() {
        return user + "." + secret;
    }

    /** The only form in which the secret is stored. */
    public String hash() {
        return Digest.sha256Hex(secret);
    }

    @Override
    public String toString() {
        return "SessionToken[" + user + ", REDACTED]";
    }
}
