package dev.halftone.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's session token, version 2: of a session, active, and from a page of ours. One of Clerk's
 * keys signs for all origins of an instance, so only {@code azp} says whose page the token was for.
 *
 * @param origin from whose pages a token may come
 */
record ClerkRules(Supplier<String> origin) implements FurtherRules {

    private static final long VERSION = 2;
    private static final String ACTIVE = "active";

    @Override
    public Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) throws ParseException {
        String authorizedParty = claims.getStringClaim("azp");
        if (authorizedParty == null || !authorizedParty.equals(origin.get())) {
            return Optional.of(Rejection.AUTHORIZED_PARTY);
        }
        if (!(claims.getClaim("v") instanceof Number version) || version.longValue() != VERSION) {
            return Optional.of(Rejection.TOKEN_VERSION);
        }
        @Nullable String session = claims.getStringClaim("sid");
        if (session == null || session.isBlank()) {
            return Optional.of(Rejection.SESSION_OF_ISSUER);
        }
        // Pending: the person has yet to do something there, such as choosing an organisation.
        String state = claims.getStringClaim("sts");
        if (state != null && !state.equals(ACTIVE)) {
            return Optional.of(Rejection.SESSION_OF_ISSUER);
        }
        // An administrator of the instance who looks through somebody's eyes is not them.
        return claims.getClaim("act") == null
                ? Optional.empty()
                : Optional.of(Rejection.IMPERSONATED);
    }

    /** Clerk tells minutes since a first and a second factor were proven, -1 where none was. */
    @Override
    public Optional<Rejection> staleness(JWTClaimsSet claims, Instant now) throws ParseException {
        List<?> ages = claims.getListClaim("fva");
        return ages != null
                        && !ages.isEmpty()
                        && ages.getFirst() instanceof Number minutes
                        && minutes.longValue() >= 0
                        && minutes.longValue() <= SignInTime.AGE_MAX.toMinutes()
                ? Optional.empty()
                : Optional.of(Rejection.SIGN_IN_TIME);
    }

    @Override
    public boolean showsUnverifiedAddresses() {
        return true;
    }
}
