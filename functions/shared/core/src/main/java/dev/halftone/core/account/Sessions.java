package dev.halftone.core.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sessions, what of API tokens every request needs, and the state of users. Every read is strongly
 * consistent, so revocation acts at once.
 */
public interface Sessions {

    /** Opens it; if the person then has too many, the oldest end. */
    void open(Session session);

    /** The stored session and state, expired or not; one read. */
    Optional<SignedIn> find(SessionToken token);

    /** The stored token and state, expired or not; one read. */
    Optional<SignedIn> find(ApiTokenSecret token);

    /** All stored sessions of a person, expired or not, the youngest first. */
    List<Session> all(UserId user);

    /** Writes a later idle end; a session that was closed meanwhile stays closed. */
    void extend(Session session);

    /** Notes when a token was last used; one that was revoked meanwhile stays revoked. */
    void noteUse(ApiToken token);

    void close(SessionToken token);

    /** Closes a stored session of the person; nothing happens if it is closed already. */
    void close(Session session);

    /**
     * From now on no session counts that began before {@code moment}, wherever it lies; closing
     * them is up to the caller.
     */
    void endBefore(UserId user, Instant moment);

    /** Makes the acceptance visible to the next request of any of the user's sessions. */
    void accept(UserId user, Acceptance acceptance);

    /** Lets the user in or not, from the next request on. */
    void changeStanding(UserId user, UserState.Standing standing);

    /** Makes the user an operator or not, from the next request on. */
    void changeRole(UserId user, UserState.Role role);
}
