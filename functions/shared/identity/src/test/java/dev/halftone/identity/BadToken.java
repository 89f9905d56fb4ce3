package dev.halftone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hand-made identity token that breaks exactly one rule, and the rule it breaks. */
record BadToken(String what, StubIssuer.TokenForge forge, Rejection expected) {

    private static final long NOW = Samples.NOW.getEpochSecond();

    static Stream<BadToken> all() {
        return Stream.of(headers(), signatures(), shapes(), claims()).flatMap(tokens -> tokens);
    }

    private static Stream<BadToken> headers() {
        return Stream.of(
                header(
                        "another algorithm under the right key",
                        Rejection.ALGORITHM,
                        new JWSHeader.Builder(JWSAlgorithm.RS512)),
                header(
                        "a probabilistic algorithm under the right key",
                        Rejection.ALGORITHM,
                        new JWSHeader.Builder(JWSAlgorithm.PS256)),
                header(
                        "an extension that must be understood",
                        Rejection.CRITICAL_HEADER,
                        rs256().customParam("x", 1).criticalParams(Set.of("x"))),
                header(
                        "a key of its own",
                        Rejection.KEY_IN_TOKEN,
                        rs256().jwk(StubIssuer.strangersKey().toPublicJWK())),
                header(
                        "an address of keys of its own",
                        Rejection.KEY_IN_TOKEN,
                        rs256().jwkURL(URI.create("https://evil.example/keys"))),
                header(
                        "an address of certificates",
                        Rejection.KEY_IN_TOKEN,
                        rs256().x509CertURL(URI.create("https://evil.example/x5u"))),
                header(
                        "an access token's type",
                        Rejection.TOKEN_TYPE,
                        rs256().type(new JOSEObjectType("at+jwt"))));
    }

    private static Stream<BadToken> signatures() {
        return Stream.of(
                new BadToken(
                        "a stranger's signature under a known key id",
                        (claims, _) ->
                                StubIssuer.sign(
                                        rs256().keyID("first"), claims, StubIssuer.strangersKey()),
                        Rejection.SIGNATURE),
                new BadToken(
                        "an unknown key",
                        (claims, _) -> StubIssuer.sign(claims, StubIssuer.strangersKey()),
                        Rejection.KEY_UNKNOWN),
                new BadToken(
                        "the public key as a shared secret",
                        BadToken::signedWithThePublicKey,
                        Rejection.ALGORITHM),
                new BadToken(
                        "content changed after signing",
                        (claims, key) -> {
                            String[] parts = StubIssuer.sign(claims, key).split("\\.", -1);
                            Map<String, Object> changed = new LinkedHashMap<>(claims);
                            changed.put("sub", "somebody else");
                            return parts[0] + "." + encoded(changed) + "." + parts[2];
                        },
                        Rejection.SIGNATURE),
                new BadToken(
                        "no signature",
                        (claims, key) -> {
                            String[] parts = StubIssuer.sign(claims, key).split("\\.", -1);
                            return parts[0] + "." + parts[1] + ".";
                        },
                        Rejection.TOKEN_MALFORMED));
    }

    private static String signedWithThePublicKey(Map<String, Object> claims, RSAKey key)
            throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static Stream<BadToken> shapes() {
        return Stream.of(
                new BadToken(
                        "the algorithm none",
                        (claims, _) -> encoded(Map.of("alg", "none")) + "." + encoded(claims) + ".",
                        Rejection.TOKEN_MALFORMED),
                new BadToken(
                        "signed text that is no object",
                        (_, key) -> {
                            JWSObject token =
                                    new JWSObject(
                                            rs256().keyID(key.getKeyID()).build(),
                                            new Payload("no object"));
                            token.sign(new RSASSASigner(key));
                            return token.serialize();
                        },
                        Rejection.TOKEN_MALFORMED),
                new BadToken("nonsense", (_, _) -> "a.b.c", Rejection.TOKEN_MALFORMED),
                new BadToken("two parts", (_, _) -> "a.b", Rejection.TOKEN_MALFORMED),
                new BadToken("nothing", (_, _) -> "", Rejection.TOKEN_MALFORMED),
                new BadToken(
                        "far too much",
                        (claims, key) -> {
                            Map<String, Object> padded = new LinkedHashMap<>(claims);
                            padded.put("padding", "p".repeat(8 * 1024));
                            return StubIssuer.sign(padded, key);
                        },
                        Rejection.TOKEN_TOO_LONG));
    }

    private static Stream<BadToken> claims() {
        return Stream.of(
                claim("iss", "https://accounts.example.org", Rejection.ISSUER),
                claim("iss", "accounts.google.com", Rejection.ISSUER),
                claim("iss", null, Rejection.ISSUER),
                claim("aud", "another client", Rejection.AUDIENCE),
                claim("aud", List.of(StubIssuer.CLIENT_ID, "another client"), Rejection.AUDIENCE),
                claim("aud", List.of(), Rejection.AUDIENCE),
                claim("aud", null, Rejection.AUDIENCE),
                claim("azp", "another client", Rejection.AUTHORIZED_PARTY),
                claim("exp", NOW - 30, Rejection.TOKEN_EXPIRED),
                claim("exp", null, Rejection.TOKEN_EXPIRED),
                claim("exp", "tomorrow", Rejection.TOKEN_MALFORMED),
                claim("iat", NOW + 31, Rejection.ISSUED_AT),
                claim("iat", NOW + 3600, Rejection.ISSUED_AT),
                claim("iat", null, Rejection.ISSUED_AT),
                claim("nbf", NOW + 31, Rejection.NOT_YET_VALID),
                claim("sub", null, Rejection.SUBJECT),
                claim("sub", " ", Rejection.SUBJECT),
                claim("sub", "1".repeat(256), Rejection.SUBJECT),
                claim("sub", 7, Rejection.SUBJECT),
                claim("nonce", "another flow's", Rejection.NONCE),
                claim("nonce", null, Rejection.NONCE),
                claim("email", "no address", Rejection.EMAIL_MALFORMED));
    }

    /** What only a session token of Clerk could get wrong. */
    static Stream<BadToken> ofClerk() {
        return Stream.of(
                claim("azp", null, Rejection.AUTHORIZED_PARTY),
                claim("azp", "https://evil.example", Rejection.AUTHORIZED_PARTY),
                claim("iss", "https://other.clerk.accounts.dev", Rejection.ISSUER),
                claim("sts", "pending", Rejection.SESSION_OF_ISSUER),
                claim("sid", null, Rejection.SESSION_OF_ISSUER),
                claim("v", null, Rejection.TOKEN_VERSION),
                claim("v", 1, Rejection.TOKEN_VERSION),
                claim("act", Map.of("sub", "admin"), Rejection.IMPERSONATED));
    }

    /** What only an identity token of Firebase could get wrong. */
    static Stream<BadToken> ofFirebase() {
        return Stream.of(
                claim("firebase", null, Rejection.SIGN_IN_PROVIDER),
                claim("firebase", through("anonymous"), Rejection.SIGN_IN_PROVIDER),
                claim("firebase", through("custom"), Rejection.SIGN_IN_PROVIDER),
                claim("auth_time", null, Rejection.SIGN_IN_TIME),
                claim("auth_time", NOW - 301, Rejection.SIGN_IN_TIME),
                claim("auth_time", NOW + 31, Rejection.SIGN_IN_TIME),
                claim("sub", "1".repeat(129), Rejection.SUBJECT),
                claim(
                        "aud",
                        "https://identitytoolkit.googleapis.com/google.identity",
                        Rejection.AUDIENCE),
                // A custom token, which every server of the project may write for anybody.
                new BadToken(
                        "a token without the name of its key",
                        (claims, key) -> StubIssuer.sign(rs256(), claims, key),
                        Rejection.KEY_UNKNOWN));
    }

    private static Map<String, Object> through(String provider) {
        return Map.of("sign_in_provider", provider);
    }

    private static BadToken header(String what, Rejection expected, JWSHeader.Builder header) {
        return new BadToken(
                what,
                (claims, key) -> StubIssuer.sign(header.keyID(key.getKeyID()), claims, key),
                expected);
    }

    static BadToken claim(String name, @Nullable Object value, Rejection expected) {
        return new BadToken(
                name + " = " + value,
                (claims, key) -> {
                    Map<String, Object> changed = new LinkedHashMap<>(claims);
                    if (value == null) {
                        changed.remove(name);
                    } else {
                        changed.put(name, value);
                    }
                    return StubIssuer.sign(changed, key);
                },
                expected);
    }

    private static JWSHeader.Builder rs256() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256);
    }

    private static String encoded(Map<String, Object> object) {
        return Base64URL.encode(JSONObjectUtils.toJSONString(object)).toString();
    }

    @Override
    public String toString() {
        return what;
    }
}
