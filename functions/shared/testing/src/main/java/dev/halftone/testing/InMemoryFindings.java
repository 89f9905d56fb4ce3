package dev.halftone.testing;

import dev.halftone.core.audit.Finding;
import dev.halftone.core.audit.Findings;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings in the order in which they were made. */
public final class InMemoryFindings implements Findings {

    private final Set<Finding> kept = new LinkedHashSet<>();

    @Override
    public synchronized boolean keep(Finding finding, Instant now) {
        return kept.add(finding);
    }

    public synchronized List<Finding> all() {
        return List.copyOf(kept);
    }
}
