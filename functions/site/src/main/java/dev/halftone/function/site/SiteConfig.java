package dev.halftone.function.site;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Set;

/**
 * What the page is told.
 *
 * @param storageOrigin where pictures are sent from: the only foreign origin that the page may show
 */
record SiteConfig(String storageOrigin) {
    static final Set<String> KEYS = Set.of("STORAGE_ORIGIN");

    static SiteConfig from(Environment environment) {
        URI storage = environment.uri("STORAGE_ORIGIN");
        environment.verify();
        String port = storage.getPort() < 0 ? "" : ":" + storage.getPort();
        return new SiteConfig(storage.getScheme() + "://" + storage.getHost() + port);
    }
}
