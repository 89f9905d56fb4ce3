package dev.halftone.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Firebase's identity token: of a fresh sign-in, by an allowed provider of its own. Anybody may
 * make an account of a project for any address, so an address that it did not verify is none.
 *
 * @param through by which of its providers people may have come
 * @param skew how far the two clocks may be apart
 */
record FirebaseRules(Set<String> through, Duration skew) implements FurtherRules {

    // Firebase's own rule for subjects.
    private static final int SUBJECT_CHARACTERS_MAX = 128;

    FirebaseRules {
        through = Set.copyOf(through);
    }

    @Override
    public Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) throws ParseException {
        if (claims.getSubject().length() > SUBJECT_CHARACTERS_MAX) {
            return Optional.of(Rejection.SUBJECT);
        }
        Optional<Rejection> staleness = staleness(claims, now);
        if (staleness.isPresent()) {
            return staleness;
        }
        Map<String, Object> firebase = claims.getJSONObjectClaim("firebase");
        return firebase != null
                        && firebase.get("sign_in_provider") instanceof String provider
                        && through.contains(provider)
                ? Optional.empty()
                : Optional.of(Rejection.SIGN_IN_PROVIDER);
    }

    /** Asked of every token, to whatever end: one that lies about must open nothing. */
    @Override
    public Optional<Rejection> staleness(JWTClaimsSet claims, Instant now) throws ParseException {
        return SignInTime.rejection(claims.getDateClaim("auth_time"), now, skew);
    }

    @Override
    public boolean showsUnverifiedAddresses() {
        return false;
    }
}
