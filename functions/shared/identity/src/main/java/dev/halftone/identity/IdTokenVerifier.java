package dev.halftone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Believes an identity token or says which rule it breaks: header, then signature, then claims, so
 * that no answer depends on the content of an unsigned token.
 *
 * <p>The library checks signatures; every other rule is spelled out here and in {@link ClaimRules},
 * because its defaults accept several audiences and a token from the future.
 */
final class IdTokenVerifier {

    private static final int TOKEN_CHARACTERS_MAX = 8 * 1024;

    private final ProviderKeys keys;
    private final ClaimRules rules;

    IdTokenVerifier(ProviderKeys keys, IssuerProfile profile, Clock clock) {
        this.keys = keys;
        this.rules = new ClaimRules(profile, clock);
    }

    /** Whom the token proves, if anybody. */
    VerifyOutcome verify(String token, TokenUse use, URI jwksUri) {
        if (token.length() > TOKEN_CHARACTERS_MAX) {
            return new VerifyOutcome.Refused(Rejection.TOKEN_TOO_LONG);
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            Optional<Rejection> header = headerRejection(jwt.getHeader());
            Optional<Rejection> signature =
                    header.isPresent() ? header : signatureRejection(jwt, jwksUri);
            if (signature.isPresent()) {
                return new VerifyOutcome.Refused(signature.get());
            }
            return rules.check(JsonText.object(jwt.getPayload().toString()), use);
        } catch (ParseException | IllegalArgumentException _) {
            return new VerifyOutcome.Refused(Rejection.TOKEN_MALFORMED);
        } catch (RateLimitReachedException _) {
            // Too many tokens under keys that nobody published: theirs to explain, not an outage.
            return new VerifyOutcome.Refused(Rejection.KEY_UNKNOWN);
        } catch (KeySourceException _) {
            return new VerifyOutcome.KeysUnavailable();
        } catch (JOSEException _) {
            return new VerifyOutcome.Refused(Rejection.SIGNATURE);
        }
    }

    private static Optional<Rejection> headerRejection(JWSHeader header) {
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            return Optional.of(Rejection.ALGORITHM);
        }
        if (header.getCriticalParams() != null) {
            return Optional.of(Rejection.CRITICAL_HEADER);
        }
        if (header.getJWK() != null
                || header.getJWKURL() != null
                || header.getX509CertURL() != null
                || header.getX509CertChain() != null) {
            return Optional.of(Rejection.KEY_IN_TOKEN);
        }
        if (header.getType() != null && !JOSEObjectType.JWT.equals(header.getType())) {
            return Optional.of(Rejection.TOKEN_TYPE);
        }
        // Without a name any key would do; a custom token of Firebase has none.
        if (header.getKeyID() == null) {
            return Optional.of(Rejection.KEY_UNKNOWN);
        }
        return Optional.empty();
    }

    private Optional<Rejection> signatureRejection(SignedJWT jwt, URI jwksUri)
            throws JOSEException {
        List<Key> candidates =
                new JWSVerificationKeySelector<SecurityContext>(
                                JWSAlgorithm.RS256, keys.at(jwksUri))
                        .selectJWSKeys(jwt.getHeader(), null);
        if (candidates.isEmpty()) {
            return Optional.of(Rejection.KEY_UNKNOWN);
        }
        for (Key candidate : candidates) {
            if (candidate instanceof RSAPublicKey key && jwt.verify(new RSASSAVerifier(key))) {
                return Optional.empty();
            }
        }
        return Optional.of(Rejection.SIGNATURE);
    }
}
