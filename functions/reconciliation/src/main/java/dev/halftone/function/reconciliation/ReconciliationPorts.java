package dev.halftone.function.reconciliation;

import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Ledger;
import java.time.Clock;

/** Everything outside that this function uses. */
record ReconciliationPorts(Ledger ledger, Expiries expiries, Clock clock) {}
