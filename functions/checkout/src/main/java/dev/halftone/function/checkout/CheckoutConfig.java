package dev.halftone.function.checkout;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.PaymentAddresses;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables of this function. */
record CheckoutConfig(
        String sessionsTable,
        String insightTable,
        String ledgerTable,
        String profile,
        String publicUrlParameter,
        String signingKeyParameter,
        PaymentAddresses payments,
        String cookiePrefix) {
    static final Set<String> KEYS =
            Stream.concat(
                            Stream.of(
                                    "SESSIONS_TABLE",
                                    "INSIGHT_TABLE",
                                    "LEDGER_TABLE",
                                    "PROFILE",
                                    "PUBLIC_URL_PARAMETER",
                                    "SIGNING_KEY_PARAMETER",
                                    "COOKIE_PREFIX"),
                            PaymentAddresses.KEYS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    static CheckoutConfig from(Environment environment) {
        CheckoutConfig config =
                new CheckoutConfig(
                        environment.text("SESSIONS_TABLE"),
                        environment.text("INSIGHT_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("PROFILE"),
                        environment.text("PUBLIC_URL_PARAMETER"),
                        environment.text("SIGNING_KEY_PARAMETER"),
                        PaymentAddresses.read(environment),
                        environment.cookiePrefix("COOKIE_PREFIX"));
        environment.verify();
        return config;
    }
}
