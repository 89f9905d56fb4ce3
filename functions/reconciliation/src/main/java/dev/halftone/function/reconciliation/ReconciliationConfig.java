package dev.halftone.function.reconciliation;

import dev.halftone.lambda.Environment;
import java.util.Set;

/** The variables of this function. */
record ReconciliationConfig(String ledgerTable) {
    static final Set<String> KEYS = Set.of("LEDGER_TABLE");

    static ReconciliationConfig from(Environment environment) {
        ReconciliationConfig config = new ReconciliationConfig(environment.text("LEDGER_TABLE"));
        environment.verify();
        return config;
    }
}
