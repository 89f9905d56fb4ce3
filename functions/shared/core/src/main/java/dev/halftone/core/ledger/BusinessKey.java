package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.util.regex.Pattern;

/** The one thing in the world that a grant is for; it can have its effect only once, for ever. */
public record BusinessKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z]+(:[A-Za-z0-9_.-]{1,200}){1,4}");

    public BusinessKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a business key");
        }
    }

    /** The welcome credits of an account. */
    public static BusinessKey welcome(AccountId account) {
        return new BusinessKey("welcome:" + account.value());
    }
}
