package dev.halftone.core.seal;

import dev.halftone.core.Digest;
import java.util.Base64;

/**
 * A public key with which roots can be checked, as it is published.
 *
 * @param base64 its SubjectPublicKeyInfo (RFC 8410), DER
 */
public record PublicKeyText(String base64) {

    private static final int ID_DIGITS = 16;

    /** The first 16 hexadecimal digits of the SHA-256 of its DER form. */
    public String id() {
        return Digest.sha256Hex(Base64.getDecoder().decode(base64)).substring(0, ID_DIGITS);
    }
}
