package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.VerifiedPerson;
import dev.halftone.core.profile.SignInWay;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SignInSamples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: a token that the page brings is believed only if every rule of its kind holds. Method: the
 * same corpus as for flows, and what only these kinds could get wrong; one rule broken at a time.
 */
final class ExchangedTokenTest {

    private static final String ORIGIN = "https://studio.example.org";
    private static final long NOW = Samples.NOW.getEpochSecond();
    // Rules that a kind's tokens have no claim for.
    private static final Map<String, Set<Rejection>> NOT_OF =
            Map.of(
                    "clerk", Set.of(Rejection.AUDIENCE, Rejection.NONCE),
                    "firebase", Set.of(Rejection.AUTHORIZED_PARTY, Rejection.NONCE));

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final StubIssuer issuer = StubIssuer.start(clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    static Stream<Arguments> badTokens() {
        return Stream.of("clerk", "firebase")
                .flatMap(
                        way ->
                                Stream.concat(BadToken.all(), further(way))
                                        .filter(
                                                bad ->
                                                        !NOT_OF.getOrDefault(way, Set.of())
                                                                .contains(bad.expected()))
                                        .map(bad -> Arguments.of(way, bad)));
    }

    private static Stream<BadToken> further(String way) {
        return way.equals("clerk") ? ofClerk() : ofFirebase();
    }

    private static Stream<BadToken> ofClerk() {
        return Stream.of(
                BadToken.claim("azp", null, Rejection.AUTHORIZED_PARTY),
                BadToken.claim("azp", "https://evil.example", Rejection.AUTHORIZED_PARTY),
                BadToken.claim("iss", "https://other.clerk.accounts.dev", Rejection.ISSUER),
                BadToken.claim("sts", "pending", Rejection.SESSION_OF_ISSUER),
                BadToken.claim("sid", null, Rejection.SESSION_OF_ISSUER),
                BadToken.claim("v", null, Rejection.TOKEN_VERSION),
                BadToken.claim("v", 1, Rejection.TOKEN_VERSION),
                BadToken.claim("act", Map.of("sub", "admin"), Rejection.IMPERSONATED));
    }

    private static Stream<BadToken> ofFirebase() {
        return Stream.of(
                BadToken.claim("firebase", null, Rejection.SIGN_IN_PROVIDER),
                BadToken.claim("firebase", provider("anonymous"), Rejection.SIGN_IN_PROVIDER),
                BadToken.claim("firebase", provider("custom"), Rejection.SIGN_IN_PROVIDER),
                BadToken.claim("auth_time", null, Rejection.SIGN_IN_TIME),
                BadToken.claim("auth_time", NOW - 301, Rejection.SIGN_IN_TIME),
                BadToken.claim("auth_time", NOW + 31, Rejection.SIGN_IN_TIME),
                BadToken.claim("sub", "1".repeat(129), Rejection.SUBJECT),
                BadToken.claim(
                        "aud",
                        "https://identitytoolkit.googleapis.com/google.identity",
                        Rejection.AUDIENCE),
                // A custom token, which every server of the project may write for anybody.
                new BadToken(
                        "a token without the name of its key",
                        (claims, key) -> StubIssuer.sign(BadToken.rs256(), claims, key),
                        Rejection.KEY_UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void rejects(String way, BadToken bad) throws JOSEException {
        String token = bad.forge().token(genuine(way), StubIssuer.ownKey());

        assertThat(exchange(way).verify(token))
                .isEqualTo(new VerifyOutcome.Refused(bad.expected()));
    }

    // The corpus proves rules only if its tokens are right but for one: without a kind's own rules,
    // its own bad tokens are believed.
    @Test
    void everyFurtherTokenBreaksItsRuleOnly() throws JOSEException {
        for (BadToken bad : ofClerk().filter(bad -> bad.expected() != Rejection.ISSUER).toList()) {
            String token = bad.forge().token(genuine("clerk"), StubIssuer.ownKey());

            assertThat(lenient().verify(token, null, keys()))
                    .as(bad.what())
                    .isInstanceOf(VerifyOutcome.Genuine.class);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void believesAGenuineToken(String way) throws JOSEException {
        String token = StubIssuer.sign(genuine(way), StubIssuer.ownKey());

        assertThat(exchange(way).verify(token))
                .isEqualTo(
                        new VerifyOutcome.Genuine(
                                new VerifiedPerson(
                                        new Identity(issuer.issuer().toString(), "person-1"),
                                        new Email("mira@example.org"),
                                        true,
                                        "Mira Holt",
                                        null)));
    }

    static List<String> ways() {
        return List.of("clerk", "firebase");
    }

    // Anybody makes an account of a project for any address: it is none until it is verified.
    @Test
    void seesNoAddressThatFirebaseDidNotVerify() throws JOSEException {
        Map<String, Object> claims = genuine("firebase");
        claims.put("email_verified", false);

        assertThat(exchange("firebase").verify(StubIssuer.sign(claims, StubIssuer.ownKey())))
                .isInstanceOfSatisfying(
                        VerifyOutcome.Genuine.class,
                        genuine -> assertThat(genuine.person().email()).isNull());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void believesNobodyWhoseKeysCannotBeFetched(String way) throws JOSEException {
        issuer.fault(StubIssuer.Endpoint.CLERK_KEYS, StubIssuer.Fault.status(503));
        issuer.fault(StubIssuer.Endpoint.FIREBASE_KEYS, StubIssuer.Fault.status(503));

        assertThat(exchange(way).verify(StubIssuer.sign(genuine(way), StubIssuer.ownKey())))
                .isEqualTo(new VerifyOutcome.KeysUnavailable());
    }

    // A new key is learned once it is met; one that is published no longer is unknown.
    @ParameterizedTest
    @MethodSource("ways")
    void followsARotationAndKnowsTheFormerKeyNoMore(String way) throws JOSEException {
        TokenExchange exchange = exchange(way);
        assertThat(exchange.verify(StubIssuer.sign(genuine(way), StubIssuer.ownKey())))
                .isInstanceOf(VerifyOutcome.Genuine.class);

        issuer.rotateKey();

        assertThat(exchange.verify(StubIssuer.sign(genuine(way), StubIssuer.nextKey())))
                .isInstanceOf(VerifyOutcome.Genuine.class);
        assertThat(exchange.verify(StubIssuer.sign(genuine(way), StubIssuer.ownKey())))
                .isEqualTo(new VerifyOutcome.Refused(Rejection.KEY_UNKNOWN));
    }

    private TokenExchange exchange(String id) {
        SignInWay way = SignInSamples.ways().find(id).orElseThrow();
        return TokenExchange.of(way, issuer.issuer(), () -> ORIGIN, clock);
    }

    private URI keys() {
        return URI.create(issuer.issuer() + "/keys");
    }

    private IdTokenVerifier lenient() {
        IssuerProfile clerk = IssuerProfile.clerk(issuer.issuer(), () -> ORIGIN);
        FurtherRules none =
                new FurtherRules() {
                    @Override
                    public Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) {
                        return Optional.empty();
                    }

                    @Override
                    public boolean showsUnverifiedAddresses() {
                        return true;
                    }
                };
        return new IdTokenVerifier(
                new ProviderKeys(new ProviderHttp(Duration.ofSeconds(10))),
                new IssuerProfile(
                        clerk.issuer(), clerk.spellings(), null, false, clerk.skew(), none),
                clock);
    }

    private Map<String, Object> genuine(String way) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.issuer().toString());
        claims.put("sub", "person-1");
        claims.put("email", "Mira@Example.org");
        claims.put("email_verified", true);
        claims.put("name", "Mira Holt");
        claims.put("iat", NOW);
        claims.put("exp", NOW + 60);
        if (way.equals("clerk")) {
            claims.put("azp", ORIGIN);
            claims.put("sid", "sess_1");
            claims.put("sts", "active");
            claims.put("v", 2);
        } else {
            claims.put("aud", StubIssuer.CLIENT_ID);
            claims.put("auth_time", NOW);
            claims.put("firebase", provider("password"));
        }
        return claims;
    }

    private static Map<String, Object> provider(@Nullable String name) {
        return name == null ? Map.of() : Map.of("sign_in_provider", name);
    }
}
