package dev.halftone.local;

import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.lambda.ProfileReader;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The model providers that the sandbox stands in for, unless a key is in the environment. */
final class ModelProviders {
    // It has all of them; a profile of an operator's own may have fewer.
    private static final String PROFILE = "halftone";

    private ModelProviders() {}

    /** By the names that profiles give them, in alphabetical order. */
    static List<String> names() {
        return entries().stream().map(ProviderEntry::name).sorted().toList();
    }

    /** What the catalogue says of them. */
    static Collection<ProviderEntry> entries() {
        return ProfileReader.read(PROFILE).catalogue().providers().values();
    }

    /** The variable that holds a real key, such as {@code DREAM_MACHINE_KEY}. */
    static String variable(String provider) {
        return provider.toUpperCase(Locale.ROOT).replace('-', '_') + "_KEY";
    }
}
