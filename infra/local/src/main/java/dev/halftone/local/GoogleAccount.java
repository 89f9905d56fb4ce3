package dev.halftone.local;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A service account that the sandbox stands in for Google with. */
public final class GoogleAccount {
    private static final int KEY_BITS = 2048;

    private GoogleAccount() {}

    /** A private key of its own, in base64. */
    static String key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /** The credential as Google would have given it out. */
    public static String credential(String key, URI provider) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "type", "service_account",
                                "project_id", "halftone-local",
                                "private_key_id", "local",
                                "private_key",
                                        "-----BEGIN PRIVATE KEY-----\n"
                                                + key
                                                + "\n-----END PRIVATE KEY-----\n",
                                "client_email", "studio@halftone-local.iam.gserviceaccount.com",
                                "token_uri", provider + "/token"));
    }
}
