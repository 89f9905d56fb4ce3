package dev.halftone.testing;

import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.Ledger;

/** The four ports that share one store. */
public record StudioPorts(
        Ledger ledger, Submissions submissions, Settlements settlements, Generations generations) {}
