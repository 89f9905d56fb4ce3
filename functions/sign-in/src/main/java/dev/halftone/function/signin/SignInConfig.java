package dev.halftone.function.signin;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.WayAddresses;
import java.util.Set;

/** The variables of this function. */
record SignInConfig(
        String sessionsTable,
        String insightTable,
        String accountsTable,
        String ledgerTable,
        String profile,
        String publicUrlParameter,
        String signingKeyParameter,
        WayAddresses ways,
        String mailSender,
        String operatorMail,
        String cookiePrefix) {
    static final Set<String> KEYS =
            Set.of(
                    "SESSIONS_TABLE",
                    "INSIGHT_TABLE",
                    "ACCOUNTS_TABLE",
                    "LEDGER_TABLE",
                    "PROFILE",
                    "PUBLIC_URL_PARAMETER",
                    "SIGNING_KEY_PARAMETER",
                    "SIGN_IN_PARAMETERS",
                    "SIGN_IN_STAND_INS",
                    "MAIL_SENDER",
                    "OPERATOR_MAIL",
                    "COOKIE_PREFIX");

    static SignInConfig from(Environment environment) {
        SignInConfig config =
                new SignInConfig(
                        environment.text("SESSIONS_TABLE"),
                        environment.text("INSIGHT_TABLE"),
                        environment.text("ACCOUNTS_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("PROFILE"),
                        environment.text("PUBLIC_URL_PARAMETER"),
                        environment.text("SIGNING_KEY_PARAMETER"),
                        WayAddresses.read(environment),
                        environment.text("MAIL_SENDER"),
                        environment.text("OPERATOR_MAIL"),
                        environment.cookiePrefix("COOKIE_PREFIX"));
        environment.verify();
        return config;
    }
}
