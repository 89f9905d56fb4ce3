package dev.halftone.core.ledger;

import java.util.regex.Pattern;

/** Names a pending transfer and everything that resolves it. Derived from what it pays for. */
public record TransferId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,80}");

    public TransferId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a transfer id");
        }
    }
}
