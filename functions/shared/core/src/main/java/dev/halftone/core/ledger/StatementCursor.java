package dev.halftone.core.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a statement goes on, and the balance that its next line left behind. */
record StatementCursor(@Nullable String journal, long availableAfter) {

    private static final Pattern FORM = Pattern.compile("(0|-?[1-9]\\d{0,15})\\.(.+)");

    static StatementCursor parse(@Nullable String text, long availableNow) {
        if (text == null) {
            return new StatementCursor(null, availableNow);
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a statement cursor");
        }
        return new StatementCursor(matcher.group(2), Long.parseLong(matcher.group(1)));
    }

    String text() {
        return availableAfter + "." + journal;
    }
}
