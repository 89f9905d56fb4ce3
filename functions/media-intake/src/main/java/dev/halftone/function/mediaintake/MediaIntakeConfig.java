package dev.halftone.function.mediaintake;

import dev.halftone.lambda.Environment;
import java.util.Set;

/** The variables of this function. */
record MediaIntakeConfig(String studioTable, String mediaBucket) {
    static final Set<String> KEYS = Set.of("STUDIO_TABLE", "MEDIA_BUCKET");

    static MediaIntakeConfig from(Environment environment) {
        MediaIntakeConfig config =
                new MediaIntakeConfig(
                        environment.text("STUDIO_TABLE"), environment.text("MEDIA_BUCKET"));
        environment.verify();
        return config;
    }
}
