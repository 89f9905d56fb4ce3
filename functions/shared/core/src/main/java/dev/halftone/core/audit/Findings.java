package dev.halftone.core.audit;

import java.time.Instant;

/** What an operator has to look at. */
public interface Findings {

    /**
     * Keeps a finding, the first time that it is found.
     *
     * @return whether it is new
     */
    boolean keep(Finding finding, Instant now);
}
