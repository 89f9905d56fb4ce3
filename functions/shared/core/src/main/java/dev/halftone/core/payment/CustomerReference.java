package dev.halftone.core.payment;

import java.util.regex.Pattern;

/**
 * An account's owner as a processor names them.
 *
 * @param processor its id
 */
public record CustomerReference(String processor, String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    public CustomerReference {
        if (!ProcessorTerms.isId(processor) || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a customer reference");
        }
    }
}
