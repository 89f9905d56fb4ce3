package dev.halftone.identity;

import dev.halftone.core.Digest;
import dev.halftone.core.profile.SignInWay;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Signing in with a token that the provider's own script gave to our page: proven once, here, and
 * exchanged for a session of our own.
 */
public final class TokenExchange {

    private static final Duration CALL_MAX = Duration.ofSeconds(5);
    private static final URI FIREBASE_KEYS =
            URI.create(
                    "https://www.googleapis.com/service_accounts/v1/jwk/"
                            + "securetoken@system.gserviceaccount.com");
    private static final String FIREBASE_HOST = "securetoken.google.com";

    private final IdTokenVerifier verifier;
    private final URI keys;

    private TokenExchange(IssuerProfile profile, URI keys, Clock clock) {
        this.verifier =
                new IdTokenVerifier(new ProviderKeys(new ProviderHttp(CALL_MAX)), profile, clock);
        this.keys = keys;
    }

    /**
     * For one of the ways whose tokens come from the page.
     *
     * @param issuer who really vouches; another one than the way's only on a developer's machine
     * @param origin of our own pages; asked for with each token
     */
    public static TokenExchange of(
            SignInWay way, URI issuer, Supplier<String> origin, Clock clock) {
        return switch (way.kind()) {
            case CLERK ->
                    new TokenExchange(
                            IssuerProfile.clerk(issuer, origin),
                            URI.create(issuer + "/.well-known/jwks.json"),
                            clock);
            case FIREBASE ->
                    new TokenExchange(
                            IssuerProfile.firebase(issuer, way.clientId(), way.through()),
                            FIREBASE_HOST.equals(issuer.getHost())
                                    ? FIREBASE_KEYS
                                    : URI.create(issuer + "/jwks"),
                            clock);
            case GOOGLE, GITHUB, OIDC ->
                    throw new IllegalArgumentException("This way leads through a redirect");
        };
    }

    /** Whom the token proves, if anybody. */
    public VerifyOutcome verify(String token, Purpose purpose) {
        return verifier.verify(token, new TokenUse(null, purpose), keys);
    }

    /**
     * By what a token is known again once it was spent: what is signed of it, for the last
     * character of a signature can be written in several ways.
     */
    public static String digest(String token) {
        return Digest.sha256Hex(token.substring(0, Math.max(0, token.lastIndexOf('.'))));
    }
}
