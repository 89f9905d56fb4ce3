package dev.halftone.function.studio;

import dev.halftone.lambda.Environment;
import java.util.Set;

/** The variables of this function. */
record StudioConfig(
        String sessionsTable,
        String insightTable,
        String studioTable,
        String ledgerTable,
        String mediaBucket,
        String profile,
        String cookiePrefix,
        String signingKeyParameter,
        String publicUrlParameter) {
    static final Set<String> KEYS =
            Set.of(
                    "SESSIONS_TABLE",
                    "INSIGHT_TABLE",
                    "STUDIO_TABLE",
                    "LEDGER_TABLE",
                    "MEDIA_BUCKET",
                    "PROFILE",
                    "COOKIE_PREFIX",
                    "SIGNING_KEY_PARAMETER",
                    "PUBLIC_URL_PARAMETER");

    static StudioConfig from(Environment environment) {
        StudioConfig config =
                new StudioConfig(
                        environment.text("SESSIONS_TABLE"),
                        environment.text("INSIGHT_TABLE"),
                        environment.text("STUDIO_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("MEDIA_BUCKET"),
                        environment.text("PROFILE"),
                        environment.cookiePrefix("COOKIE_PREFIX"),
                        environment.text("SIGNING_KEY_PARAMETER"),
                        environment.text("PUBLIC_URL_PARAMETER"));
        environment.verify();
        return config;
    }
}
