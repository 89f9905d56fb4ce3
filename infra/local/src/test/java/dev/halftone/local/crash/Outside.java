package dev.halftone.local.crash;

import dev.halftone.testing.crash.Lifeline;

/** What a process finds around it. */
record Outside(Lifeline lifeline, Cloud cloud) {

    /** Bound while a handler runs. */
    static final ScopedValue<Outside> CURRENT = ScopedValue.newInstance();
}
