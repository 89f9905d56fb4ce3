package dev.halftone.function.signin;

import dev.halftone.lambda.Environment;
import java.net.URI;
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
        URI googleIssuer,
        String googleClientId,
        String googleClientSecretParameter,
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
                    "GOOGLE_ISSUER",
                    "GOOGLE_CLIENT_ID",
                    "GOOGLE_CLIENT_SECRET_PARAMETER",
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
                        environment.uri("GOOGLE_ISSUER"),
                        environment.text("GOOGLE_CLIENT_ID"),
                        environment.text("GOOGLE_CLIENT_SECRET_PARAMETER"),
                        environment.text("MAIL_SENDER"),
                        environment.text("OPERATOR_MAIL"),
                        environment.cookiePrefix("COOKIE_PREFIX"));
        environment.verify();
        return config;
    }
}
