package dev.halftone.function.reconciliation;

import dev.halftone.core.audit.Findings;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.ListWalks;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.seal.Checkpoints;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.Seals;
import java.time.Clock;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Everything outside that this function uses. */
record ReconciliationPorts(
        Ledger ledger,
        Expiries expiries,
        Seals seals,
        Roots roots,
        Checkpoints checkpoints,
        Findings findings,
        List<PaymentProcessor> processors,
        ListWalks walks,
        ApplyPayment applying,
        ObjLongConsumer<String> counter,
        Clock clock) {

    ReconciliationPorts {
        processors = List.copyOf(processors);
    }
}
