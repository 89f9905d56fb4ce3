package dev.halftone.function.ledgerseal;

import dev.halftone.core.Secrets;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.Seals;
import java.time.Clock;

/** Everything outside that this function uses. */
record LedgerSealPorts(Seals seals, Roots roots, Secrets secrets, Clock clock) {}
