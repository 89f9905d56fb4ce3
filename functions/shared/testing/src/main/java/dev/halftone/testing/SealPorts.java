package dev.halftone.testing;

import dev.halftone.core.seal.Checkpoints;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.Seals;

/** The ports of the provable ledger that share one store. */
public record SealPorts(Seals seals, Roots roots, Checkpoints checkpoints) {}
