package dev.halftone.sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes that are good once, for a minute, and only together with everything they were bound to. */
final class AuthorizationCodes {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    record Grant(AuthorizationRequest request, Person person, Instant expiresAt) {}

    String issue(AuthorizationRequest request, Person person) {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> !now.isBefore(grant.expiresAt));
        String code = token();
        grants.put(code, new Grant(request, person, now.plus(LIFETIME)));
        return code;
    }

    /**
     * The grant, or nothing. The code is spent by the first attempt, right or wrong: a stolen code
     * allows no second guess.
     */
    @Nullable Grant redeem(
            @Nullable String code, @Nullable String redirectUri, @Nullable String verifier) {
        Grant grant = code == null ? null : grants.remove(code);
        if (grant == null || !clock.instant().isBefore(grant.expiresAt)) {
            return null;
        }
        boolean sameRedirect = grant.request.redirectUri().equals(redirectUri);
        boolean proven =
                verifier != null
                        && verifier.matches("[A-Za-z0-9._~-]{43,128}")
                        && challenge(verifier).equals(grant.request.challenge());
        return sameRedirect && proven ? grant : null;
    }

    String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ascii);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
