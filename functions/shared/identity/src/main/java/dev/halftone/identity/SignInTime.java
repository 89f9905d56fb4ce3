package dev.halftone.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a person last showed the issuer who they are ({@code auth_time}). */
final class SignInTime {

    // As Firebase advises for exchanging a token for a session of one's own.
    static final Duration AGE_MAX = Duration.ofMinutes(5);

    private SignInTime() {}

    /** What is wrong with it, unless it was just now. */
    static Optional<Rejection> rejection(@Nullable Date at, Instant now, Duration skew) {
        return at == null
                        || at.toInstant().isAfter(now.plus(skew))
                        || at.toInstant().isBefore(now.minus(AGE_MAX))
                ? Optional.of(Rejection.SIGN_IN_TIME)
                : Optional.empty();
    }
}
