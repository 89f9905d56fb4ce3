package dev.halftone.core.payment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subscription as its processor names it.
 *
 * @param processor its id
 */
public record SubscriptionReference(String processor, String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    public SubscriptionReference {
        if (!ProcessorTerms.isId(processor) || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a subscription reference");
        }
    }

    /** Both in one, as {@link #parse} reads it. */
    public String text() {
        return processor + ":" + value;
    }

    public static Optional<SubscriptionReference> parse(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                        && ProcessorTerms.isId(text.substring(0, colon))
                        && FORM.matcher(text.substring(colon + 1)).matches()
                ? Optional.of(
                        new SubscriptionReference(
                                text.substring(0, colon), text.substring(colon + 1)))
                : Optional.empty();
    }
}
