package dev.halftone.providers.google;

import dev.halftone.core.CallerIdentity;
import dev.halftone.core.SecretText;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Google's own JSON, of accounts that exist in tests alone. */
public final class Credentials {

    static final KeyPair KEYS = keys();
    static final String AUDIENCE =
            "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/aws";

    /** A role of AWS that signs whatever it is given. */
    static final CallerIdentity ROLE =
            (header, value) ->
                    new CallerIdentity.SignedRequest(
                            URI.create(
                                    "https://sts.eu-west-1.amazonaws.com"
                                            + "?Action=GetCallerIdentity&Version=2011-06-15"),
                            "POST",
                            Map.of(
                                    header,
                                    value,
                                    "Authorization",
                                    "AWS4-HMAC-SHA256 Credential=AKID",
                                    "x-amz-date",
                                    "20261102T120000Z",
                                    "host",
                                    "sts.eu-west-1.amazonaws.com"));

    private Credentials() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A key whose tokens are had at that address. */
    public static SecretText serviceAccount(URI tokenAddress) {
        return json(
                Map.of(
                        "type", "service_account",
                        "project_id", "project-1",
                        "private_key_id", "key-1",
                        "private_key", pem(KEYS.getPrivate().getEncoded()),
                        "client_email", "studio@project-1.iam.gserviceaccount.com",
                        "token_uri", tokenAddress.toString()));
    }

    static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    static SecretText federation(URI tokenAddress, @Nullable URI impersonation) {
        Map<String, Object> federation = new LinkedHashMap<>();
        federation.put("type", "external_account");
        federation.put("audience", AUDIENCE);
        federation.put("subject_token_type", "urn:ietf:params:aws:token-type:aws4_request");
        federation.put("token_url", tokenAddress.toString());
        federation.put("quota_project_id", "project-1");
        if (impersonation != null) {
            federation.put(
                    "service_account_impersonation_url",
                    Objects.requireNonNull(impersonation).toString());
        }
        return json(federation);
    }

    static SecretText json(Map<String, ?> credential) {
        return new SecretText(JsonMapper.shared().writeValueAsString(credential));
    }
}
