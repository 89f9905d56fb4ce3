package dev.halftone.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The deployment's one symmetric secret, from which a key per purpose is derived.
 *
 * <p>A value made for one purpose never verifies for another, so a quote cannot be passed off as a
 * flow cookie. Never printed.
 */
public final class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES_MIN = 32;

    private final SecretKeySpec secret;

    private SigningKey(SecretKeySpec secret) {
        this.secret = secret;
    }

    /** Reads the base64 text of at least 32 random bytes. */
    public static SigningKey ofBase64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException("A signing key has at least 32 bytes");
        }
        return new SigningKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** The independent key for {@code purpose}, 32 bytes. */
    public byte[] derive(String purpose) {
        return hmac(secret, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** The authentication code of {@code message} under the key for {@code purpose}. */
    public byte[] sign(String purpose, String message) {
        SecretKeySpec key = new SecretKeySpec(derive(purpose), ALGORITHM);
        return hmac(key, message.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares in constant time. */
    public boolean verifies(String purpose, String message, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, message), signature);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[REDACTED]";
    }
}
