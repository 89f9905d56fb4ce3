package dev.halftone.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.VerifiedPerson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules about what a correctly signed identity token says. */
final class ClaimRules {

    // OpenID Connect Core 1.0, section 2.
    private static final int SUBJECT_CHARACTERS_MAX = 255;
    private static final int PICTURE_CHARACTERS_MAX = 2048;

    private final IssuerProfile profile;
    private final Clock clock;

    ClaimRules(IssuerProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    VerifyOutcome check(Map<String, Object> payload, TokenUse use) throws ParseException {
        // The library turns numbers into text, and a long one into the text of its neighbours.
        if (payload.get("sub") instanceof Number) {
            return new VerifyOutcome.Refused(Rejection.SUBJECT);
        }
        JWTClaimsSet claims = JWTClaimsSet.parse(payload);
        Optional<Rejection> rejection = addressRejection(claims);
        if (rejection.isEmpty()) {
            rejection = timeRejection(claims);
        }
        if (rejection.isEmpty()) {
            rejection = bindingRejection(claims, use.nonce());
        }
        if (rejection.isEmpty()) {
            rejection = profile.further().rejection(claims, clock.instant());
        }
        if (rejection.isEmpty() && use.purpose() == Purpose.CONFIRM) {
            rejection = profile.further().staleness(claims, clock.instant());
        }
        return rejection.isPresent() ? new VerifyOutcome.Refused(rejection.get()) : person(claims);
    }

    /** From this issuer, for us and for nobody else. */
    private Optional<Rejection> addressRejection(JWTClaimsSet claims) {
        if (claims.getIssuer() == null || !profile.spellings().contains(claims.getIssuer())) {
            return Optional.of(Rejection.ISSUER);
        }
        String audience = profile.audience();
        return audience == null || claims.getAudience().equals(List.of(audience))
                ? Optional.empty()
                : Optional.of(Rejection.AUDIENCE);
    }

    private Optional<Rejection> timeRejection(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expiry = claims.getExpirationTime();
        if (expiry == null || !now.isBefore(expiry.toInstant().plus(profile.skew()))) {
            return Optional.of(Rejection.TOKEN_EXPIRED);
        }
        Instant latest = now.plus(profile.skew());
        if (claims.getIssueTime() == null || claims.getIssueTime().toInstant().isAfter(latest)) {
            return Optional.of(Rejection.ISSUED_AT);
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && notBefore.toInstant().isAfter(latest)) {
            return Optional.of(Rejection.NOT_YET_VALID);
        }
        return Optional.empty();
    }

    /** About somebody, and made for the flow that this browser started. */
    private Optional<Rejection> bindingRejection(JWTClaimsSet claims, @Nullable String nonce)
            throws ParseException {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > SUBJECT_CHARACTERS_MAX) {
            return Optional.of(Rejection.SUBJECT);
        }
        if (!profile.answersANonce()) {
            return Optional.empty();
        }
        String echoed = claims.getStringClaim("nonce");
        if (nonce == null || echoed == null || !sameText(echoed, nonce)) {
            return Optional.of(Rejection.NONCE);
        }
        return Optional.empty();
    }

    private VerifyOutcome person(JWTClaimsSet claims) throws ParseException {
        String address = claims.getStringClaim("email");
        boolean verified = isTrue(claims.getClaim("email_verified"));
        boolean shown = verified || profile.further().showsUnverifiedAddresses();
        Email email = null;
        if (shown && address != null && !address.isBlank()) {
            Optional<Email> read = email(address);
            if (read.isEmpty()) {
                return new VerifyOutcome.Refused(Rejection.EMAIL_MALFORMED);
            }
            email = read.get();
        }
        return new VerifyOutcome.Genuine(
                new VerifiedPerson(
                        new Identity(profile.issuer(), claims.getSubject()),
                        email,
                        email != null && verified,
                        claims.getStringClaim("name"),
                        picture(claims.getStringClaim("picture"))),
                claims.getExpirationTime().toInstant().plus(profile.skew()));
    }

    static Optional<Email> email(String address) {
        try {
            return Optional.of(new Email(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    // Some providers write the text "true"; the text "false" must not count as present.
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    static @Nullable String picture(@Nullable String address) {
        if (address == null || address.length() > PICTURE_CHARACTERS_MAX) {
            return null;
        }
        try {
            return Endpoints.allowed(URI.create(address)) ? address : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    static boolean sameText(String left, String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
