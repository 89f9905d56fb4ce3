package dev.halftone.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
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
    // As Firebase advises for exchanging a token for a session of one's own.
    private static final Duration SIGN_IN_AGE_MAX = Duration.ofMinutes(5);

    FirebaseRules {
        through = Set.copyOf(through);
    }

    @Override
    public Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) throws ParseException {
        if (claims.getSubject().length() > SUBJECT_CHARACTERS_MAX) {
            return Optional.of(Rejection.SUBJECT);
        }
        Date signedInAt = claims.getDateClaim("auth_time");
        if (signedInAt == null
                || signedInAt.toInstant().isAfter(now.plus(skew))
                || signedInAt.toInstant().isBefore(now.minus(SIGN_IN_AGE_MAX))) {
            return Optional.of(Rejection.SIGN_IN_TIME);
        }
        Map<String, Object> firebase = claims.getJSONObjectClaim("firebase");
        return firebase != null
                        && firebase.get("sign_in_provider") instanceof String provider
                        && through.contains(provider)
                ? Optional.empty()
                : Optional.of(Rejection.SIGN_IN_PROVIDER);
    }

    @Override
    public boolean showsUnverifiedAddresses() {
        return false;
    }
}
