package dev.halftone.core.account;

import java.util.List;

/**
 * The identities of people. An identity belongs to one person at most, and never moves from one to
 * another by itself.
 */
public interface Identities {

    /** So many ways has nobody. */
    int PER_PERSON_MAX = 20;

    /** Those of one person, oldest first; strongly consistent. */
    List<LinkedIdentity> of(UserId user);

    /** Gives {@code user} one more identity; to repeat it changes nothing. */
    LinkOutcome link(UserId user, Identity identity, LinkedIdentity linked);

    /** Takes one away, unless it is the last one, however many are taken away at once. */
    UnlinkOutcome unlink(UserId user, IdentityId id);
}
