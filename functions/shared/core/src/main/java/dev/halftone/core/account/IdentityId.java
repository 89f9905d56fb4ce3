package dev.halftone.core.account;

import dev.halftone.core.Digest;
import java.util.regex.Pattern;

/** An identity in one word: says which of a person's ways is meant, and not who they are there. */
public record IdentityId(String value) {

    private static final String PREFIX = "idn_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    public IdentityId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an identity id");
        }
    }

    public static IdentityId of(Identity identity) {
        return ofHash(Digest.sha256Hex(identity.issuer() + "\n" + identity.subject()));
    }

    /** The id with this hash. */
    public static IdentityId ofHash(String hash) {
        return new IdentityId(PREFIX + hash);
    }

    /** SHA-256 of issuer, line feed and subject. */
    public String hash() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
