package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.VerifiedPerson;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: what is true of tokens that the page brings, beside the rules that one table holds for all
 * kinds.
 */
final class ExchangedTokenTest {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final StubIssuer issuer = StubIssuer.start(clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(Door.CLERK, Door.FIREBASE, Rejection.AUTHORIZED_PARTY),
                Arguments.of(Door.CLERK, Door.GOOGLE, Rejection.AUTHORIZED_PARTY),
                Arguments.of(Door.FIREBASE, Door.CLERK, Rejection.AUDIENCE),
                Arguments.of(Door.FIREBASE, Door.GOOGLE, Rejection.SIGN_IN_TIME));
    }

    // Were all issuers one, with one key: a token of one kind still opens no door of another.
    @ParameterizedTest
    @MethodSource("strangers")
    void rejects(Door door, Door from, Rejection expected) throws JOSEException {
        assertThat(door.show((_, key) -> StubIssuer.sign(from.claims(issuer), key), issuer, clock))
                .isEqualTo(new VerifyOutcome.Refused(expected));
    }

    // The corpus proves rules only if its tokens are right but for one: without a kind's own rules,
    // its own bad tokens are believed.
    @Test
    void everyFurtherTokenBreaksItsRuleOnly() throws JOSEException {
        for (BadToken bad :
                BadToken.ofClerk().filter(bad -> bad.expected() != Rejection.ISSUER).toList()) {
            String token = bad.forge().token(Door.CLERK.claims(issuer), StubIssuer.ownKey());

            assertThat(lenient().verify(token, new TokenUse(null, Purpose.SIGN_IN), keys()))
                    .as(bad.what())
                    .isInstanceOf(VerifyOutcome.Genuine.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "FIREBASE"})
    void believesAGenuineToken(Door door) throws JOSEException {
        String token = StubIssuer.sign(door.claims(issuer), StubIssuer.ownKey());

        assertThat(door.exchange(issuer, clock).verify(token, Purpose.SIGN_IN))
                .isEqualTo(
                        new VerifyOutcome.Genuine(
                                new VerifiedPerson(
                                        new Identity(issuer.issuer().toString(), Door.SUBJECT),
                                        new Email("mira@example.org"),
                                        true,
                                        "Mira Holt",
                                        null),
                                until(door)));
    }

    // Anybody makes an account of a project for any address: it is none until it is verified.
    @Test
    void seesNoAddressThatFirebaseDidNotVerify() throws JOSEException {
        Map<String, Object> claims = Door.FIREBASE.claims(issuer);
        claims.put("email_verified", false);

        assertThat(
                        Door.FIREBASE
                                .exchange(issuer, clock)
                                .verify(
                                        StubIssuer.sign(claims, StubIssuer.ownKey()),
                                        Purpose.SIGN_IN))
                .isInstanceOfSatisfying(
                        VerifyOutcome.Genuine.class,
                        genuine -> assertThat(genuine.person().email()).isNull());
    }

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "FIREBASE"})
    void believesNobodyWhoseKeysCannotBeFetched(Door door) throws JOSEException {
        issuer.fault(StubIssuer.Endpoint.CLERK_KEYS, StubIssuer.Fault.status(503));
        issuer.fault(StubIssuer.Endpoint.FIREBASE_KEYS, StubIssuer.Fault.status(503));

        assertThat(
                        door.exchange(issuer, clock)
                                .verify(
                                        StubIssuer.sign(door.claims(issuer), StubIssuer.ownKey()),
                                        Purpose.SIGN_IN))
                .isEqualTo(new VerifyOutcome.KeysUnavailable());
    }

    // A new key is learned once it is met; one that is published no longer is unknown.
    @ParameterizedTest
    @EnumSource(names = {"CLERK", "FIREBASE"})
    void followsARotationAndKnowsTheFormerKeyNoMore(Door door) throws JOSEException {
        TokenExchange exchange = door.exchange(issuer, clock);
        assertThat(
                        exchange.verify(
                                StubIssuer.sign(door.claims(issuer), StubIssuer.ownKey()),
                                Purpose.SIGN_IN))
                .isInstanceOf(VerifyOutcome.Genuine.class);

        issuer.rotateKey();

        assertThat(
                        exchange.verify(
                                StubIssuer.sign(door.claims(issuer), StubIssuer.nextKey()),
                                Purpose.SIGN_IN))
                .isInstanceOf(VerifyOutcome.Genuine.class);
        assertThat(
                        exchange.verify(
                                StubIssuer.sign(door.claims(issuer), StubIssuer.ownKey()),
                                Purpose.SIGN_IN))
                .isEqualTo(new VerifyOutcome.Refused(Rejection.KEY_UNKNOWN));
    }

    /** A minute, and what the two clocks may differ. */
    private static Instant until(Door door) {
        return Samples.NOW.plusSeconds(door == Door.CLERK ? 65 : 90);
    }

    private URI keys() {
        return URI.create(issuer.issuer() + "/keys");
    }

    private IdTokenVerifier lenient() {
        IssuerProfile clerk = IssuerProfile.clerk(issuer.issuer(), () -> Door.ORIGIN);
        FurtherRules none =
                new FurtherRules() {
                    @Override
                    public Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Rejection> staleness(JWTClaimsSet claims, Instant now) {
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
}
