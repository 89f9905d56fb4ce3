package dev.halftone.core.ledger;

import java.util.regex.Pattern;

/** Why a correction was made: a code that a page can put into words, never free text. */
final class Reasons {

    private static final Pattern FORM = Pattern.compile("[a-z_]{1,40}");

    private Reasons() {}

    static void check(String reason) {
        if (!FORM.matcher(reason).matches()) {
            throw new IllegalArgumentException("Not a reason");
        }
    }
}
