package dev.halftone.core.account;

import java.util.Optional;

/** The people this deployment knows. */
public interface Users {

    Optional<User> find(UserId id);

    Optional<User> findByIdentity(Identity identity);

    /**
     * Stores {@code user} with its first identity, and claims its address for it alone if the
     * address is verified; all or nothing, and once however many do it at the same time.
     *
     * @param first the identity as the person will see it
     */
    CreateOutcome create(Identity identity, User user, LinkedIdentity first);

    /** Changes a person's profile; nothing happens to somebody who is gone. */
    void change(UserId user, ProfileChange change);

    /** Keeps proof that the user accepted {@code acceptance}; repeating it changes nothing. */
    void recordAcceptance(UserId user, Acceptance acceptance);
}
