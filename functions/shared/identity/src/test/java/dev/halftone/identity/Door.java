package dev.halftone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.halftone.core.profile.SignInWay;
import dev.halftone.identity.StubIssuer.Endpoint;
import dev.halftone.identity.StubIssuer.Fault;
import dev.halftone.identity.StubIssuer.TokenForge;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SignInSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of ways in: what a genuine token of each says, and how one is shown there. */
enum Door {
    GOOGLE,
    ONE_TAP,
    GITHUB,
    CLERK,
    FIREBASE;

    static final String ORIGIN = "https://studio.example.org";
    static final String SUBJECT = "104200000000000000001";
    private static final long NOW = Samples.NOW.getEpochSecond();

    /** Every token that has to be refused here: those of all kinds, and those of its own. */
    Stream<BadToken> badTokens() {
        Stream<BadToken> all =
                BadToken.all().filter(bad -> !withoutClaimFor().contains(bad.expected()));
        return switch (this) {
            case GOOGLE, ONE_TAP -> all;
            case CLERK -> Stream.concat(all, BadToken.ofClerk());
            case FIREBASE -> Stream.concat(all, BadToken.ofFirebase());
            // Whatever token of identity its answer holds, none is read: the person is asked for.
            case GITHUB ->
                    BadToken.all()
                            .map(
                                    bad ->
                                            new BadToken(
                                                    bad.what(),
                                                    bad.forge(),
                                                    Rejection.TOKEN_MISSING));
        };
    }

    /** Rules that its tokens have no claim for. */
    private Set<Rejection> withoutClaimFor() {
        return switch (this) {
            case GOOGLE, ONE_TAP, GITHUB -> Set.of();
            case CLERK -> Set.of(Rejection.AUDIENCE, Rejection.NONCE);
            case FIREBASE -> Set.of(Rejection.AUTHORIZED_PARTY, Rejection.NONCE);
        };
    }

    /** What became of a token that was made from a genuine one. */
    VerifyOutcome show(TokenForge forge, StubIssuer issuer, MutableClock clock)
            throws JOSEException {
        return switch (this) {
            case GOOGLE -> {
                issuer.forge(forge);
                yield outcome(Browser.with(issuer, clock).signIn());
            }
            case ONE_TAP -> tap(forge, issuer, clock);
            case GITHUB -> {
                Map<String, Object> answer =
                        Map.of("id_token", forge.token(claims(issuer), StubIssuer.ownKey()));
                issuer.fault(
                        Endpoint.GITHUB_TOKEN,
                        Fault.body(200, JSONObjectUtils.toJSONString(answer)));
                yield outcome(Browser.at(SignInWay.Kind.GITHUB, issuer, clock).comeBackUnasked());
            }
            case CLERK, FIREBASE ->
                    exchange(issuer, clock)
                            .verify(
                                    forge.token(claims(issuer), StubIssuer.ownKey()),
                                    Purpose.SIGN_IN);
        };
    }

    private VerifyOutcome tap(TokenForge forge, StubIssuer issuer, MutableClock clock)
            throws JOSEException {
        OneTap oneTap =
                new OneTap(
                        Browser.client("google", issuer, StubIssuer.CLIENT_SECRET),
                        Browser.seal(3, clock));
        OneTap.Prompt prompt = oneTap.prompt(FlowWish.signIn("/"));
        Map<String, Object> claims = claims(issuer);
        claims.put("nonce", prompt.nonce());
        return outcome(
                oneTap.finish(
                        forge.token(claims, StubIssuer.ownKey()),
                        null,
                        Map.of(prompt.cookie().name(), prompt.cookie().value())));
    }

    private static VerifyOutcome outcome(CallbackOutcome outcome) {
        return switch (outcome) {
            case CallbackOutcome.Verified verified ->
                    new VerifyOutcome.Genuine(verified.person(), Samples.NOW);
            case CallbackOutcome.Rejected rejected -> new VerifyOutcome.Refused(rejected.reason());
            case CallbackOutcome.ProviderUnavailable _ -> new VerifyOutcome.KeysUnavailable();
            case CallbackOutcome.Denied _, CallbackOutcome.Expired _ ->
                    throw new AssertionError("No token was read: " + outcome);
        };
    }

    /** Of Clerk or Firebase. */
    TokenExchange exchange(StubIssuer issuer, MutableClock clock) {
        SignInWay way =
                SignInSamples.ways().find(this == CLERK ? "clerk" : "firebase").orElseThrow();
        return TokenExchange.of(way, issuer.issuer(), () -> ORIGIN, clock);
    }

    /** What a genuine token says. */
    Map<String, Object> claims(StubIssuer issuer) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.issuer().toString());
        claims.put("sub", SUBJECT);
        claims.put("email", "Mira@Example.org");
        claims.put("email_verified", true);
        claims.put("name", "Mira Holt");
        claims.put("iat", NOW);
        claims.put("exp", NOW + 60);
        switch (this) {
            case GOOGLE, ONE_TAP, GITHUB -> claims.put("aud", StubIssuer.CLIENT_ID);
            case CLERK -> {
                claims.put("azp", ORIGIN);
                claims.put("sid", "sess_1");
                claims.put("sts", "active");
                claims.put("v", 2);
                claims.put("fva", List.of(0, -1));
            }
            case FIREBASE -> {
                claims.put("aud", StubIssuer.CLIENT_ID);
                claims.put("auth_time", NOW);
                claims.put("firebase", Map.of("sign_in_provider", "password"));
            }
        }
        return claims;
    }
}
