package dev.halftone.sandbox.googleai;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Params;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives tokens for assertions that the service account has signed. (RFC 7523) */
final class TokenDesk {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String SCHEME = "Bearer ";
    private static final Duration LIFETIME = Duration.ofSeconds(3599);
    private static final Duration ASSERTION_MAX = Duration.ofHours(1);
    private static final int TOKENS_MAX = 100;

    private final URI address;
    private final String credential;
    private final Clock clock;
    private final Map<String, Instant> tokens = new LinkedHashMap<>();

    /**
     * A desk.
     *
     * @param credential of the one service account that it knows; read when somebody comes
     */
    TokenDesk(URI address, String credential, Clock clock) {
        this.address = address;
        this.credential = credential;
        this.clock = clock;
    }

    boolean isProject(String project) {
        return account().path("project_id").asString("").equals(project);
    }

    synchronized boolean isGood(@Nullable String authorization) {
        Instant end =
                authorization == null || !authorization.startsWith(SCHEME)
                        ? null
                        : tokens.get(authorization.substring(SCHEME.length()));
        return end != null && clock.instant().isBefore(end);
    }

    void exchange(Exchange exchange) throws IOException {
        Params form = exchange.form();
        if (!GRANT.equals(form.get("grant_type")) || !isSigned(form.or("assertion", ""))) {
            exchange.json(400, Map.of("error", "invalid_grant"));
            return;
        }
        exchange.json(
                200,
                Map.of(
                        "access_token", fresh(),
                        "expires_in", LIFETIME.toSeconds(),
                        "token_type", "Bearer"));
    }

    private synchronized String fresh() {
        String token = "ya29." + UUID.randomUUID();
        tokens.put(token, clock.instant().plus(LIFETIME));
        if (tokens.size() > TOKENS_MAX) {
            tokens.remove(tokens.keySet().iterator().next());
        }
        return token;
    }

    private boolean isSigned(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2])) && isMeant(claims);
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException _) {
            return false;
        }
    }

    private boolean isMeant(JsonNode claims) {
        Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong(0));
        Instant end = Instant.ofEpochSecond(claims.path("exp").asLong(0));
        Instant now = clock.instant();
        return claims.path("aud").asString("").equals(address.toString())
                && claims.path("iss").asString("").equals(account().path("client_email").asString())
                && claims.path("scope").asString("").endsWith("/auth/cloud-platform")
                && now.isBefore(end)
                && !issued.plus(ASSERTION_MAX).isBefore(end);
    }

    /** The public half, which is part of the private one. */
    private PublicKey key() throws GeneralSecurityException {
        String pem = account().path("private_key").asString("");
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key =
                (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(der));
        BigInteger exponent = key.getPublicExponent();
        return factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), exponent));
    }

    private JsonNode account() {
        return JsonMapper.shared().readTree(credential);
    }
}
