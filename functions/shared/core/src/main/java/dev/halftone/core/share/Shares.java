package dev.halftone.core.share;

import dev.halftone.core.generation.GenerationId;
import java.time.Instant;
import java.util.Optional;

/** The links that are out. Those that have ended are forgotten by themselves; results stay. */
public interface Shares {

    /**
     * Keeps a link, unless one to the same result lives.
     *
     * @return the one that is kept: this one, or the one that lives
     */
    Share open(Share share, Instant now);

    /** The link to a result, over or not. Strongly consistent. */
    Optional<Share> find(GenerationId generation, int index);

    /** Forgets the link to a result, if there is one; nobody gets in by it from then on. */
    void revoke(GenerationId generation, int index);
}
