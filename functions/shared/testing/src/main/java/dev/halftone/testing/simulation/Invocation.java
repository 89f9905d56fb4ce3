package dev.halftone.testing.simulation;

import dev.halftone.core.generation.Claim;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run of a use case, in a process that may not survive it. */
final class Invocation {

    final String who;
    final Instant now;
    final Claim claim;
    // An error of the machine: nothing that repairs, translates or answers catches one.
    private @Nullable InternalError death;

    /**
     * Begins a run.
     *
     * @param now what the clock of its machine says
     */
    Invocation(String who, Instant now, Claim claim) {
        this.who = who;
        this.now = now;
        this.claim = claim;
    }

    InternalError die() {
        death = new InternalError(who + " is no more");
        return death;
    }

    /** Nothing of a dead process goes out any more, whatever its code still tries. */
    void mustLive() {
        if (death != null) {
            throw death;
        }
    }

    boolean isDead() {
        return death != null;
    }
}
