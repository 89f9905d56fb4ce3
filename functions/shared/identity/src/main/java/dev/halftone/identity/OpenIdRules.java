package dev.halftone.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** OpenID Connect Core 1.0, section 3.1.3.7: an authorized party, if there is one, is us. */
record OpenIdRules(String clientId) implements FurtherRules {

    @Override
    public Optional<Rejection> rejection(JWTClaimsSet claims, Instant now) throws ParseException {
        String authorizedParty = claims.getStringClaim("azp");
        return authorizedParty == null || authorizedParty.equals(clientId)
                ? Optional.empty()
                : Optional.of(Rejection.AUTHORIZED_PARTY);
    }

    @Override
    public boolean showsUnverifiedAddresses() {
        return true;
    }
}
