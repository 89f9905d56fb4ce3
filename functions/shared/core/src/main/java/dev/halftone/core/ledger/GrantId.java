package dev.halftone.core.ledger;

import dev.halftone.core.Digest;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a grant, and the bucket of credits it left on the account. */
public record GrantId(String value) {

    private static final Pattern FORM = Pattern.compile("g[0-9a-f]{24}");
    private static final int HASH_CHARACTERS = 24;

    public GrantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a grant id");
        }
    }

    /** Derived, never random: the same business key always names the same grant. */
    public static GrantId derive(BusinessKey key) {
        return hash(key.value());
    }

    /** Names the bucket of all grants of an account that have these three in common. */
    static GrantId shared(GrantSource source, int priority, @Nullable Instant expiresAt) {
        // No business key has an upper-case first letter.
        return hash("SHARED:" + source + ":" + priority + ":" + expiresAt);
    }

    private static GrantId hash(String text) {
        return new GrantId("g" + Digest.sha256Hex(text).substring(0, HASH_CHARACTERS));
    }
}
