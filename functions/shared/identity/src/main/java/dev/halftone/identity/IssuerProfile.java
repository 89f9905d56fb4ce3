package dev.halftone.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What tokens of one issuer must look like; the one verifier has no other per-provider knowledge.
 *
 * @param issuer the spelling under which identities are stored
 * @param spellings every {@code iss} that the issuer is known to write
 * @param audience the one that a token is for; absent if the issuer names none
 * @param answersANonce whether a token repeats what the flow that it ends drew
 * @param skew how far the two clocks may be apart
 * @param further what only tokens of this kind say
 */
record IssuerProfile(
        String issuer,
        Set<String> spellings,
        @Nullable String audience,
        boolean answersANonce,
        Duration skew,
        FurtherRules further) {

    private static final String GOOGLE = "https://accounts.google.com";
    // Google's older tokens leave out the scheme; both are the same issuer.
    private static final String GOOGLE_LEGACY = "accounts.google.com";
    private static final Duration SKEW = Duration.ofSeconds(30);
    // A session token of Clerk lives for a minute; its own libraries allow for five seconds.
    private static final Duration CLERK_SKEW = Duration.ofSeconds(5);

    /**
     * Whether it signs a person in anew if it is asked to, and says when that was. Google does not:
     * its reference knows neither {@code max_age} nor {@code prompt=login}.
     */
    static boolean signsInAnew(URI issuer) {
        return !issuer.toString().equals(GOOGLE);
    }

    IssuerProfile {
        spellings = Set.copyOf(spellings);
    }

    /** An identity token of OpenID Connect Core 1.0, made for the flow that asked for it. */
    static IssuerProfile openId(URI issuer, String clientId) {
        String spelling = issuer.toString();
        return new IssuerProfile(
                spelling,
                spelling.equals(GOOGLE) ? Set.of(GOOGLE, GOOGLE_LEGACY) : Set.of(spelling),
                clientId,
                true,
                SKEW,
                new OpenIdRules(clientId, signsInAnew(issuer), SKEW));
    }

    /**
     * A session token of Clerk, version 2.
     *
     * @param origin from whose pages a token may come
     */
    static IssuerProfile clerk(URI issuer, Supplier<String> origin) {
        return of(issuer, null, CLERK_SKEW, new ClerkRules(origin));
    }

    /**
     * An identity token of Firebase.
     *
     * @param project the one audience
     * @param through by which of its providers people may have come
     */
    static IssuerProfile firebase(URI issuer, String project, Set<String> through) {
        return of(issuer, project, SKEW, new FirebaseRules(through, SKEW));
    }

    private static IssuerProfile of(
            URI issuer, @Nullable String audience, Duration skew, FurtherRules further) {
        String spelling = issuer.toString();
        return new IssuerProfile(spelling, Set.of(spelling), audience, false, skew, further);
    }
}
