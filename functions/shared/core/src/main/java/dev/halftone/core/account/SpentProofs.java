package dev.halftone.core.account;

import java.time.Instant;

/** Proofs of identity that count once. */
public interface SpentProofs {

    /**
     * Spends one.
     *
     * @param digest by which it is known again
     * @param until when nobody would believe it any more; it may be forgotten then
     * @return whether it was spent now: of all who show it, even at once, one hears yes
     */
    boolean spend(String digest, Instant until);
}
