package dev.halftone.core.ledger;

import java.util.regex.Pattern;

/** Why an account may not spend, such as {@code dispute:stripe:dp_1}; each freezes it once. */
public record FreezeCause(String value) implements Comparable<FreezeCause> {

    private static final Pattern FORM = Pattern.compile("[a-z]+(:[A-Za-z0-9_.-]{1,60}){1,2}");

    public FreezeCause {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a cause");
        }
    }

    @Override
    public int compareTo(FreezeCause other) {
        return value.compareTo(other.value);
    }
}
