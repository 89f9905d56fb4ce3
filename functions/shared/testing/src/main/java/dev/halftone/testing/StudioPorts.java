package dev.halftone.testing;

import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.Corrections;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Ledger;

/** The ports that share one store. */
public record StudioPorts(
        Ledger ledger,
        Corrections corrections,
        Expiries expiries,
        Submissions submissions,
        Settlements settlements,
        Generations generations) {}
