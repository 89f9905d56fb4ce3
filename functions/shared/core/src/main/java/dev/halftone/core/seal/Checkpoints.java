package dev.halftone.core.seal;

import dev.halftone.core.account.AccountId;
import java.util.Optional;

/**
 * How far accounts were audited, and what stands in place of lines that were removed. Both only
 * ever move forward; reads are strongly consistent.
 */
public interface Checkpoints {

    /** Up to where the account was found to be the sum of its lines. */
    Optional<Checkpoint> audited(AccountId account);

    /** Moves it forward; one that is not further is left out. */
    void audited(Checkpoint checkpoint);

    /** What stands in place of the account's removed lines. */
    Optional<SignedCheckpoint> retained(AccountId account);

    /** To be written before the lines up to it are removed; one that is not further is left out. */
    void retain(SignedCheckpoint checkpoint);
}
