package dev.halftone.core.account;

import java.time.Instant;

/**
 * From which address a session was opened, for as long as its owner may need to know exactly; after
 * that only the session's {@link SessionOrigin#addressPrefix} is left.
 *
 * @param readableUntil from then on nobody is shown it, whether it is removed already or not
 */
public record SignInAddress(UserId user, String sessionId, String address, Instant readableUntil) {

    public boolean isReadable(Instant now) {
        return now.isBefore(readableUntil);
    }
}
