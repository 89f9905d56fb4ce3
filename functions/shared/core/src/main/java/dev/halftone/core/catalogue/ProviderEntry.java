package dev.halftone.core.catalogue;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one provider.
 *
 * @param name by which routes, parameters and callbacks refer to it
 * @param title the name that people know
 * @param baseUrl where it is called
 * @param callbackKeys where it publishes the keys that it signs callbacks with; {@code null} if it
 *     publishes none, or has them below its base
 * @param direct whether it answers an order with the result itself, in one call of up to minutes
 * @param region where it works, and nowhere else; {@code null} if it does not say
 * @param texts how it is asked for texts; {@code null} if it writes none
 * @param terms under which it works for us
 */
public record ProviderEntry(
        String name,
        String title,
        URI baseUrl,
        @Nullable URI callbackKeys,
        boolean direct,
        @Nullable String region,
        @Nullable TextDialect texts,
        ProviderTerms terms) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,20}(?:-[a-z]{2,20}\\d{1,2})?");

    /** One that makes pictures or films. */
    public ProviderEntry(
            String name,
            String title,
            URI baseUrl,
            @Nullable URI callbackKeys,
            boolean direct,
            @Nullable String region,
            ProviderTerms terms) {
        this(name, title, baseUrl, callbackKeys, direct, region, null, terms);
    }

    public ProviderEntry {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a provider is short and small: " + name);
        }
        if (region != null && !REGION.matcher(region).matches()) {
            throw new IllegalArgumentException(name + " is in what is no region");
        }
    }
}
