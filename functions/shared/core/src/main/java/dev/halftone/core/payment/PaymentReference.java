package dev.halftone.core.payment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payment as its processor names it; refunds and disputes name nothing else.
 *
 * @param processor its id
 * @param value the name that every later fact of the payment has
 */
public record PaymentReference(String processor, String value) {

    private static final Pattern FORM = Pattern.compile("([a-z]{2,20}):([A-Za-z0-9_.-]{1,100})");

    public PaymentReference {
        if (!FORM.matcher(processor + ":" + value).matches()) {
            throw new IllegalArgumentException("Not a payment reference");
        }
    }

    /** Both in one, as {@link #parse} reads it. */
    public String text() {
        return processor + ":" + value;
    }

    public static Optional<PaymentReference> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new PaymentReference(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text();
    }
}
