package dev.halftone.core.account;

import dev.halftone.core.Entropy;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A ledger account. Random and unlike the user id: only the user and the session know both, so
 * erasing the user cuts the link and the ledger stays.
 */
public record AccountId(String value) {

    private static final Pattern FORM = Pattern.compile("acc_[0-9a-f]{32}");
    private static final int ENTROPY_BYTES = 16;

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an account id");
        }
    }

    public static AccountId fresh(Entropy entropy) {
        return new AccountId("acc_" + HexFormat.of().formatHex(entropy.bytes(ENTROPY_BYTES)));
    }

    @Override
    public String toString() {
        return value;
    }
}
