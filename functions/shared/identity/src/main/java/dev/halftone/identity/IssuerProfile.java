package dev.halftone.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * What tokens of one issuer must look like; the one verifier has no other per-provider knowledge.
 *
 * @param issuer the spelling under which identities are stored
 * @param spellings every {@code iss} that the issuer is known to write
 * @param skew how far the two clocks may be apart
 */
record IssuerProfile(String issuer, Set<String> spellings, Duration skew) {

    private static final String GOOGLE = "https://accounts.google.com";
    // Google's older tokens leave out the scheme; both are the same issuer.
    private static final String GOOGLE_LEGACY = "accounts.google.com";
    private static final Duration SKEW = Duration.ofSeconds(30);

    IssuerProfile {
        spellings = Set.copyOf(spellings);
    }

    static IssuerProfile of(URI issuer) {
        String spelling = issuer.toString();
        return new IssuerProfile(
                spelling,
                spelling.equals(GOOGLE) ? Set.of(GOOGLE, GOOGLE_LEGACY) : Set.of(spelling),
                SKEW);
    }
}
