package dev.halftone.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * OpenID Connect Core 1.0, section 3.1.3.7: an authorized party, if there is one, is us; and
 * section 3.1.2.1: who is asked for a sign-in of no age says when it was.
 *
 * @param tellsWhen whether the issuer keeps the second of these
 * @param skew how far the two clocks may be apart
 */
record OpenIdRules(String clientId, boolean tellsWhen, Duration skew) implements FurtherRules {

    @Override
    public Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) throws ParseException {
        String authorizedParty = claims.getStringClaim("azp");
        return authorizedParty == null || authorizedParty.equals(clientId)
                ? Optional.empty()
                : Optional.of(Rejection.AUTHORIZED_PARTY);
    }

    @Override
    public Optional<Rejection> staleness(JWTClaimsSet claims, Instant now) throws ParseException {
        Date signedInAt = claims.getDateClaim("auth_time");
        return signedInAt == null && !tellsWhen
                ? Optional.empty()
                : SignInTime.rejection(signedInAt, now, skew);
    }

    @Override
    public boolean showsUnverifiedAddresses() {
        return true;
    }
}
