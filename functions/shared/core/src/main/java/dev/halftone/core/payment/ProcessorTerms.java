package dev.halftone.core.payment;

import java.util.regex.Pattern;

/**
 * How a processor is used.
 *
 * @param id names it wherever one is named, such as in references and variables
 * @param automaticTax whether it works out and adds the tax
 * @param promotionCodes whether its checkout takes codes that make something cheaper
 */
public record ProcessorTerms(String id, boolean automaticTax, boolean promotionCodes) {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,20}");

    public ProcessorTerms {
        if (!isId(id)) {
            throw new IllegalArgumentException("is no processor");
        }
    }

    static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }
}
