package dev.halftone.function.ledgerseal;

import dev.halftone.core.Secrets;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.Seals;
import java.time.Clock;

/** Everything outside that this function uses. */
record LedgerSealPorts(Seals seals, Ledger ledger, Roots roots, Secrets secrets, Clock clock) {}
