package dev.halftone.function.studio;

import dev.halftone.lambda.Environment;
import java.util.Set;

/** The variables of this function. */
record StudioConfig(
        String sessionsTable,
        String studioTable,
        String ledgerTable,
        String mediaBucket,
        String profile,
        String cookiePrefix) {
    static final Set<String> KEYS =
            Set.of(
                    "SESSIONS_TABLE",
                    "STUDIO_TABLE",
                    "LEDGER_TABLE",
                    "MEDIA_BUCKET",
                    "PROFILE",
                    "COOKIE_PREFIX");

    static StudioConfig from(Environment environment) {
        StudioConfig config =
                new StudioConfig(
                        environment.text("SESSIONS_TABLE"),
                        environment.text("STUDIO_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("MEDIA_BUCKET"),
                        environment.text("PROFILE"),
                        environment.cookiePrefix("COOKIE_PREFIX"));
        environment.verify();
        return config;
    }
}
