package dev.halftone.function.reconciliation;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.PaymentAddresses;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables of this function. */
record ReconciliationConfig(String ledgerTable, String profile, PaymentAddresses payments) {
    static final Set<String> KEYS =
            Stream.concat(Stream.of("LEDGER_TABLE", "PROFILE"), PaymentAddresses.KEYS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    static ReconciliationConfig from(Environment environment) {
        ReconciliationConfig config =
                new ReconciliationConfig(
                        environment.text("LEDGER_TABLE"),
                        environment.text("PROFILE"),
                        PaymentAddresses.read(environment));
        environment.verify();
        return config;
    }
}
