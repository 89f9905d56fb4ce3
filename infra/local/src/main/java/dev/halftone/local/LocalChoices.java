package dev.halftone.local;

import dev.halftone.core.SecretText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person at this machine may choose by environment variables.
 *
 * @param falKey calls the real provider with this key instead of the sandbox; the provider is then
 *     polled, for it cannot call back to this machine
 * @param profile which operator's service it is; the template's own choice if it is absent
 * @param cookiePrefix empty for browsers that refuse Secure cookies on http://localhost (Safari)
 */
record LocalChoices(@Nullable SecretText falKey, @Nullable String profile, String cookiePrefix) {
    private static final String FAL_KEY = "FAL_KEY";
    private static final String PROFILE = "LOCAL_PROFILE";
    private static final String COOKIES = "LOCAL_COOKIES";
    private static final String PLAIN = "plain";
    private static final String HOST_PREFIX = "__Host-";

    /** The sandbox for everything, and cookies as in production. */
    static final LocalChoices STANDARD = new LocalChoices(null, null, HOST_PREFIX);

    static LocalChoices from(Map<String, String> environment) {
        String key = environment.getOrDefault(FAL_KEY, "").strip();
        String profile = environment.getOrDefault(PROFILE, "").strip();
        String cookies = environment.getOrDefault(COOKIES, "").strip();
        if (!cookies.isEmpty() && !cookies.equals(PLAIN)) {
            throw new IllegalArgumentException(
                    COOKIES + " is " + cookies + ", but can only be " + PLAIN + " or be left out.");
        }
        return new LocalChoices(
                key.isEmpty() ? null : new SecretText(key),
                profile.isEmpty() ? null : profile,
                cookies.isEmpty() ? HOST_PREFIX : "");
    }

    LocalChoices with(String otherProfile) {
        return new LocalChoices(falKey, otherProfile, cookiePrefix);
    }
}
