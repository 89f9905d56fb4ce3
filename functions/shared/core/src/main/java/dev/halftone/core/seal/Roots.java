package dev.halftone.core.seal;

import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The published roots.
 *
 * <p>Guarantees: every number has one root, for ever; a root is there only once all that is needed
 * to prove its leaves is; reads are strongly consistent.
 */
public interface Roots {

    int ROOTS_MAX = 1_000;

    /** Keeps a key for whoever verifies; it is never taken away. */
    void keep(PublicKeyText key, Instant now);

    /** All keys that ever signed, the oldest first. */
    List<PublicKeyText> keys();

    Optional<SignedRoot> latest();

    /**
     * The roots after number {@code after}, ascending.
     *
     * @param limit at most {@link #ROOTS_MAX}
     */
    List<SignedRoot> roots(long after, int limit);

    /**
     * Publishes a root with the proofs of all its leaves.
     *
     * @return {@code false} if the number has another root already
     */
    boolean publish(SignedRoot root, List<Proof> proofs);

    /**
     * Notes that a published root covers the head, and that the account is next to be audited,
     * unless its chain has grown since. A root never takes the place of a newer one.
     */
    void covered(Head head, Root root, Instant now);

    /** The newest root that is known to cover the account, with its proof. */
    Optional<Coverage> coverage(AccountId account);

    /** A root and the proof that an account's head is in it. */
    record Coverage(SignedRoot root, Proof proof) {}
}
