package dev.halftone.providers.google;

import dev.halftone.core.CallerIdentity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The key of a service account: a signed assertion of who we are is given for a token. (RFC 7523;
 * developers.google.com/identity/protocols/oauth2/service-account)
 */
record ServiceAccount(String email, String keyId, PrivateKey key, String project, URI tokenAddress)
        implements GoogleCredential {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    static ServiceAccount read(JsonNode json) {
        return new ServiceAccount(
                GoogleCredential.text(json, "client_email"),
                GoogleCredential.text(json, "private_key_id"),
                key(GoogleCredential.text(json, "private_key")),
                GoogleCredential.text(json, "project_id"),
                GoogleCredential.address(json, "token_uri"));
    }

    private static PrivateKey key(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw GoogleCredential.failure("the credential's private_key is none");
        }
    }

    @Override
    public AccessToken token(TokenEndpoints endpoints, CallerIdentity caller, Instant now) {
        JsonNode answer =
                endpoints.form(
                        tokenAddress, Map.of("grant_type", GRANT, "assertion", assertion(now)));
        return GoogleCredential.token(answer, project, now);
    }

    String assertion(Instant now) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", email)
                .put("scope", GoogleProtocol.SCOPE)
                .put("aud", tokenAddress.toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(GoogleProtocol.ASSERTION_LIFETIME).getEpochSecond());
        String signed = base64(header.toString()) + "." + base64(claims.toString());
        return signed + "." + signature(signed);
    }

    /** RS256. (RFC 7518, section 3.3) */
    String signature(String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform signs with RSA", e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The key stays out of every log. */
    @Override
    public String toString() {
        return "ServiceAccount[" + email + "]";
    }
}
