package dev.halftone.sandbox.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The key that a caller has to show, and how. */
public record Key(String scheme, String value) {

    public boolean isShownBy(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        (scheme + " " + value).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Key[scheme=%s, value=[REDACTED]]".formatted(scheme);
    }
}
