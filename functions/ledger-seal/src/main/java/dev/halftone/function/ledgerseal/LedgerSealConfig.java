package dev.halftone.function.ledgerseal;

import dev.halftone.lambda.Environment;
import java.util.Set;

/** The variables of this function. */
record LedgerSealConfig(String ledgerTable, String ledgerKeyParameter) {
    static final Set<String> KEYS = Set.of("LEDGER_TABLE", "LEDGER_KEY_PARAMETER");

    static LedgerSealConfig from(Environment environment) {
        LedgerSealConfig config =
                new LedgerSealConfig(
                        environment.text("LEDGER_TABLE"), environment.text("LEDGER_KEY_PARAMETER"));
        environment.verify();
        return config;
    }
}
