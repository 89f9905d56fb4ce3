package dev.halftone.sandbox.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Signs ID tokens with one RSA key, which is kept so that a restart does not end sign-ins. */
public final class IdTokens {

    static final Duration LIFETIME = Duration.ofHours(1);

    private final String issuer;
    private final Path file;
    private @Nullable RSAKey key;

    public IdTokens(String issuer, Path folder) {
        this.issuer = issuer;
        this.file = folder.resolve("signing-key.json");
    }

    String keys() {
        return new JWKSet(key().toPublicJWK()).toString();
    }

    String sign(AuthorizationCodes.Grant grant, Instant now) {
        Person person = grant.person();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(grant.request().clientId())
                        .claim("azp", grant.request().clientId())
                        .claim("nonce", grant.request().nonce())
                        // Whoever chooses a person on the page signs in at that moment.
                        .claim("auth_time", now.getEpochSecond())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)));
        person.describe(claims);
        return sign(claims.build());
    }

    String sign(JWTClaimsSet claims) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key().getKeyID())
                        .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("RS256 with our own key", impossible);
        }
        return token.serialize();
    }

    /**
     * Made when it is first needed: finding the primes takes longer than everything else at start.
     */
    private synchronized RSAKey key() {
        if (key == null) {
            key = load(file);
        }
        return key;
    }

    private static RSAKey load(Path file) {
        try {
            if (Files.exists(file)) {
                return RSAKey.parse(Files.readString(file));
            }
            RSAKey fresh =
                    new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate();
            Files.createDirectories(file.getParent());
            Files.writeString(file, fresh.toJSONString());
            return fresh;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ParseException | JOSEException unreadable) {
            throw new IllegalStateException("Cannot use " + file, unreadable);
        }
    }
}
