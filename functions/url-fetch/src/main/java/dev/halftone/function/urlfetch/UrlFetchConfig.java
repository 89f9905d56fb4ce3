package dev.halftone.function.urlfetch;

import dev.halftone.core.asset.FetchRules;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FetchStandIn;
import java.net.URI;
import java.util.Set;

/** The variables of this function. */
record UrlFetchConfig(String mediaBucket, URI intakeQueueUrl, FetchRules rules) {
    static final Set<String> KEYS = Set.of("MEDIA_BUCKET", "INTAKE_QUEUE_URL", FetchStandIn.KEY);

    static UrlFetchConfig from(Environment environment) {
        UrlFetchConfig config =
                new UrlFetchConfig(
                        environment.text("MEDIA_BUCKET"),
                        environment.uri("INTAKE_QUEUE_URL"),
                        FetchStandIn.rules(environment));
        environment.verify();
        return config;
    }
}
