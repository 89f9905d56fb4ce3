package dev.halftone.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider sent the browser back with. Every part is untrusted until the flow is checked.
 *
 * @param issuer the {@code iss} parameter of RFC 9207, which not every provider sends
 */
public record AuthorizationResponse(
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer) {

    public static AuthorizationResponse of(Map<String, String> query) {
        return new AuthorizationResponse(
                query.get("state"), query.get("code"), query.get("error"), query.get("iss"));
    }
}
