package dev.halftone.local;

import dev.halftone.core.SecretText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person at this machine may choose by environment variables.
 *
 * @param keys of model providers that are called for real instead of the sandbox, by the names of
 *     the providers; such a provider is polled, for it cannot call back to this machine
 * @param profile which operator's service it is; the template's own choice if it is absent
 * @param cookiePrefix empty for browsers that refuse Secure cookies on http://localhost (Safari)
 */
record LocalChoices(Map<String, SecretText> keys, @Nullable String profile, String cookiePrefix) {
    private static final String PROFILE = "LOCAL_PROFILE";
    private static final String COOKIES = "LOCAL_COOKIES";
    private static final String PLAIN = "plain";
    private static final String HOST_PREFIX = "__Host-";

    LocalChoices {
        keys = Map.copyOf(keys);
    }

    /** Whether a provider is to be called for real. */
    boolean isReal(String provider) {
        return keys.containsKey(provider);
    }

    /** The sandbox for everything, and cookies as in production. */
    static final LocalChoices STANDARD = new LocalChoices(Map.of(), null, HOST_PREFIX);

    static LocalChoices from(Map<String, String> environment) {
        Map<String, SecretText> keys = new HashMap<>();
        for (String provider : ModelProviders.names()) {
            String key = environment.getOrDefault(ModelProviders.variable(provider), "").strip();
            if (!key.isEmpty()) {
                keys.put(provider, new SecretText(key));
            }
        }
        String profile = environment.getOrDefault(PROFILE, "").strip();
        String cookies = environment.getOrDefault(COOKIES, "").strip();
        if (!cookies.isEmpty() && !cookies.equals(PLAIN)) {
            throw new IllegalArgumentException(
                    COOKIES + " is " + cookies + ", but can only be " + PLAIN + " or be left out.");
        }
        return new LocalChoices(
                keys, profile.isEmpty() ? null : profile, cookies.isEmpty() ? HOST_PREFIX : "");
    }

    LocalChoices with(String otherProfile) {
        return new LocalChoices(keys, otherProfile, cookiePrefix);
    }
}
