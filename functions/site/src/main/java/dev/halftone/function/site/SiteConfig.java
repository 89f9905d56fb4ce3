package dev.halftone.function.site;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.WayAddresses;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * What the page is told.
 *
 * @param storageOrigin where pictures are sent from: the only foreign origin that the page may show
 * @param profile the name of the profile, whose ways to sign in may need a script of their own
 * @param standIns who vouches in the place of an issuer during development, by the way's id
 */
record SiteConfig(String storageOrigin, String profile, Map<String, URI> standIns) {
    static final Set<String> KEYS = Set.of("STORAGE_ORIGIN", "PROFILE", "SIGN_IN_STAND_INS");

    SiteConfig {
        standIns = Map.copyOf(standIns);
    }

    static SiteConfig from(Environment environment) {
        URI storage = environment.uri("STORAGE_ORIGIN");
        String profile = environment.text("PROFILE");
        Map<String, URI> standIns = WayAddresses.standIns(environment);
        environment.verify();
        String port = storage.getPort() < 0 ? "" : ":" + storage.getPort();
        return new SiteConfig(
                storage.getScheme() + "://" + storage.getHost() + port, profile, standIns);
    }
}
