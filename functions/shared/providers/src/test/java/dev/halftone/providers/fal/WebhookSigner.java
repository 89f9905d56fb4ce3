package dev.halftone.providers.fal;

import dev.halftone.core.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Signs callbacks as fal.ai does. */
public final class WebhookSigner {

    private final KeyPair pair;

    public WebhookSigner() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as an entry of a key set. */
    public String entry() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}"
                .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    }

    /** The headers of a callback with this body. */
    public Map<String, String> headers(String requestId, String user, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        String message = String.join("\n", requestId, user, timestamp, Digest.sha256Hex(body));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return new HashMap<>(
                    Map.of(
                            "x-fal-webhook-request-id",
                            requestId,
                            "x-fal-webhook-user-id",
                            user,
                            "x-fal-webhook-timestamp",
                            timestamp,
                            "x-fal-webhook-signature",
                            HexFormat.of().formatHex(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
