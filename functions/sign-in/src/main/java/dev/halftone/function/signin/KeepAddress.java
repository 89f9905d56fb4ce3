package dev.halftone.function.signin;

import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.SignInAddress;
import dev.halftone.core.account.SignInAddresses;
import dev.halftone.lambda.HttpRequest;
import java.time.Clock;
import java.time.Duration;

/** Remembers for a while exactly from where a session was opened. */
final class KeepAddress {
    private final SignInAddresses addresses;
    private final Duration life;
    private final Clock clock;

    /**
     * Keeps its collaborators.
     *
     * @param life for how long; nothing is kept if that is zero
     */
    KeepAddress(SignInAddresses addresses, Duration life, Clock clock) {
        this.addresses = addresses;
        this.life = life;
        this.clock = clock;
    }

    void keep(SessionToken token, HttpRequest request) {
        if (life.isZero()) {
            return;
        }
        addresses.keep(
                new SignInAddress(
                        token.user(),
                        Session.idOf(token.hash()),
                        request.sourceIp(),
                        clock.instant().plus(life)));
    }
}
