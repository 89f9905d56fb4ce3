package dev.halftone.testing;

import dev.halftone.core.SecretText;
import dev.halftone.core.seal.RootKey;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Key pairs for tests, published with RFC 8032, section 7.1: no test needs a secret. */
public final class RootKeys {

    /** The parameter that holds the first pair. */
    public static final String PEM =
            """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----
            """;

    private RootKeys() {}

    /** A pair that no other test has, as a parameter holds it. */
    public static String freshPem() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has Ed25519", e);
        }
    }

    private static String pem(String label, Key key) {
        String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }

    public static RootKey first() {
        return RootKey.ofPem(new SecretText(PEM));
    }
}
