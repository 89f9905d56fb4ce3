package dev.halftone.function.paymentwebhook;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.PaymentAddresses;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables of this function. */
record PaymentWebhookConfig(
        String insightTable, String ledgerTable, String profile, PaymentAddresses payments) {
    static final Set<String> KEYS =
            Stream.concat(
                            Stream.of("INSIGHT_TABLE", "LEDGER_TABLE", "PROFILE"),
                            PaymentAddresses.KEYS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    static PaymentWebhookConfig from(Environment environment) {
        PaymentWebhookConfig config =
                new PaymentWebhookConfig(
                        environment.text("INSIGHT_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("PROFILE"),
                        PaymentAddresses.read(environment));
        environment.verify();
        return config;
    }
}
