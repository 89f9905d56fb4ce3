package dev.halftone.identity;

import org.jspecify.annotations.Nullable;

/**
 * What a browser wants to leave for.
 *
 * @param returnTo what it asked for; anything but a local path becomes home
 * @param session of whom, unless it is to sign in: only the same one may end the flow
 */
public record FlowWish(Purpose purpose, @Nullable String returnTo, @Nullable String session) {

    public FlowWish {
        if ((purpose == Purpose.SIGN_IN) != (session == null)) {
            throw new IllegalArgumentException("To sign in needs no session, all else does");
        }
    }

    public static FlowWish signIn(@Nullable String returnTo) {
        return new FlowWish(Purpose.SIGN_IN, returnTo, null);
    }
}
