package dev.halftone.core.ledger;

import org.jspecify.annotations.Nullable;

/** Where a statement goes on, and the balance that its next line left behind. */
record StatementCursor(@Nullable String journal, long availableAfter) {

    static StatementCursor parse(@Nullable String text, long availableNow) {
        if (text == null) {
            return new StatementCursor(null, availableNow);
        }
        int dot = text.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("Not a statement cursor");
        }
        return new StatementCursor(text.substring(dot + 1), Long.parseLong(text.substring(0, dot)));
    }

    String text() {
        return availableAfter + "." + journal;
    }
}
