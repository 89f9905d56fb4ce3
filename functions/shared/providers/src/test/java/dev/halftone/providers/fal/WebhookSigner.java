package dev.halftone.providers.fal;

import dev.halftone.core.Digest;
import dev.halftone.providers.CallbackKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Signs callbacks as fal.ai does. */
public final class WebhookSigner {

    private final CallbackKey key = new CallbackKey();

    /** The public key as an entry of a key set. */
    public String entry() {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}"
                .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(key.raw()));
    }

    /** The headers of a callback with this body. */
    public Map<String, String> headers(String requestId, String user, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        return new HashMap<>(
                Map.of(
                        "x-fal-webhook-request-id",
                        requestId,
                        "x-fal-webhook-user-id",
                        user,
                        "x-fal-webhook-timestamp",
                        timestamp,
                        "x-fal-webhook-signature",
                        key.sign(requestId, user, timestamp, Digest.sha256Hex(body))));
    }
}
