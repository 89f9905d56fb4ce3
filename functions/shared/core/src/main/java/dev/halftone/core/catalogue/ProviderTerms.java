package dev.halftone.core.catalogue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue declares of a provider.
 *
 * @param direct whether it answers an order with the result itself, in one call of up to minutes
 * @param region where it works, and nowhere else; {@code null} for one that has no regions
 */
public record ProviderTerms(boolean direct, @Nullable String region) {

    /** Of a provider of which nothing is declared. */
    public static final ProviderTerms USUAL = new ProviderTerms(false, null);

    private static final Pattern REGION = Pattern.compile("[a-z]{2,20}(?:-[a-z]{2,20}\\d{1,2})?");

    public ProviderTerms {
        if (region != null && !REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("Not a region");
        }
    }
}
