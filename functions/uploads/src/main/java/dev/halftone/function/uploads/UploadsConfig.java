package dev.halftone.function.uploads;

import dev.halftone.core.asset.FetchRules;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FetchStandIn;
import java.net.URI;
import java.util.Set;

/** The variables of this function. */
record UploadsConfig(
        String sessionsTable,
        String insightTable,
        String studioTable,
        String mediaBucket,
        URI intakeQueueUrl,
        URI fetchQueueUrl,
        FetchRules fetchRules,
        String profile,
        String publicUrlParameter,
        String signingKeyParameter,
        String cookiePrefix) {
    static final Set<String> KEYS =
            Set.of(
                    "SESSIONS_TABLE",
                    "INSIGHT_TABLE",
                    "STUDIO_TABLE",
                    "MEDIA_BUCKET",
                    "INTAKE_QUEUE_URL",
                    "FETCH_QUEUE_URL",
                    FetchStandIn.KEY,
                    "PROFILE",
                    "PUBLIC_URL_PARAMETER",
                    "SIGNING_KEY_PARAMETER",
                    "COOKIE_PREFIX");

    static UploadsConfig from(Environment environment) {
        UploadsConfig config =
                new UploadsConfig(
                        environment.text("SESSIONS_TABLE"),
                        environment.text("INSIGHT_TABLE"),
                        environment.text("STUDIO_TABLE"),
                        environment.text("MEDIA_BUCKET"),
                        environment.uri("INTAKE_QUEUE_URL"),
                        environment.uri("FETCH_QUEUE_URL"),
                        FetchStandIn.rules(environment),
                        environment.text("PROFILE"),
                        environment.text("PUBLIC_URL_PARAMETER"),
                        environment.text("SIGNING_KEY_PARAMETER"),
                        environment.cookiePrefix("COOKIE_PREFIX"));
        environment.verify();
        return config;
    }
}
