package dev.halftone.core.account;

import java.util.Optional;

/** The people this deployment knows. */
public interface Users {

    Optional<User> find(UserId id);

    Optional<User> findByIdentity(Identity identity);

    /**
     * Stores {@code user} under {@code identity} unless that identity already has a user.
     *
     * @return the user that the identity belongs to afterwards: the given one, or the one that an
     *     earlier or concurrent sign-in created
     */
    User createUnlessKnown(Identity identity, User user);

    /** Keeps proof that the user accepted {@code acceptance}; repeating it changes nothing. */
    void recordAcceptance(UserId user, Acceptance acceptance);
}
