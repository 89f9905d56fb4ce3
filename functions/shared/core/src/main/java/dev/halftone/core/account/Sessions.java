package dev.halftone.core.account;

import java.util.Optional;

/**
 * Sessions and the state of users; every read is strongly consistent, so revocation acts at once.
 */
public interface Sessions {

    void open(Session session);

    /** The stored session and state, expired or not; one read. */
    Optional<SignedIn> find(SessionToken token);

    /** Writes a later idle end; a session that was closed meanwhile stays closed. */
    void extend(Session session);

    void close(SessionToken token);

    /** Makes the acceptance visible to the next request of any of the user's sessions. */
    void accept(UserId user, Acceptance acceptance);
}
