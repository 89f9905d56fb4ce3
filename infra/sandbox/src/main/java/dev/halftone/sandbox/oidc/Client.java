package dev.halftone.sandbox.oidc;

import dev.halftone.sandbox.http.Params;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one registered client. */
public record Client(String id, String secret) {

    /** In the body or in the header, never in both. */
    boolean authenticates(Params form, @Nullable String authorization) {
        if (authorization == null) {
            return matches(form.or("client_id", ""), form.or("client_secret", ""));
        }
        if (form.get("client_secret") != null || !authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2
                    && form.or("client_id", id).equals(id)
                    && matches(decode(parts[0]), decode(parts[1]));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private boolean matches(String givenId, String givenSecret) {
        return id.equals(givenId)
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        givenSecret.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Client[id=%s, secret=[REDACTED]]".formatted(id);
    }
}
