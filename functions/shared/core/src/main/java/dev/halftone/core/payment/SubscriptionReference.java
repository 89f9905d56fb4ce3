package dev.halftone.core.payment;

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

    public String text() {
        return processor + ":" + value;
    }
}
