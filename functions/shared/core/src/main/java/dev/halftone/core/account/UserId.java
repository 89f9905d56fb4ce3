package dev.halftone.core.account;

import dev.halftone.core.Entropy;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A person. Appears in object keys and sessions, never in the ledger. */
public record UserId(String value) {

    private static final Pattern FORM = Pattern.compile("usr_[0-9a-f]{32}");
    private static final int ENTROPY_BYTES = 16;

    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a user id");
        }
    }

    public static UserId fresh(Entropy entropy) {
        return new UserId("usr_" + HexFormat.of().formatHex(entropy.bytes(ENTROPY_BYTES)));
    }

    @Override
    public String toString() {
        return value;
    }
}
