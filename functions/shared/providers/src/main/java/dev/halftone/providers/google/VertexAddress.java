package dev.halftone.providers.google;

import dev.halftone.providers.HttpResultDownload;
import java.net.URI;

/**
 * Where Vertex AI works: each region has a host of its own, and the region stands in the path too.
 */
final class VertexAddress {

    private VertexAddress() {}

    /** The host of a region, given the one without a region; a stand-in on this machine has one. */
    static URI base(URI global, String region) {
        if (HttpResultDownload.isLoopback(global) || region.equals(GoogleProtocol.GLOBAL)) {
            return global;
        }
        String host = global.getHost();
        String regional =
                GoogleProtocol.MULTI_REGIONS.contains(region)
                        ? host.replaceFirst("\\.", "." + region + ".rep.")
                        : region + "-" + host;
        return URI.create("https://" + regional);
    }

    /** What Google calls one of its models as it works in a region for a project. */
    static String model(String project, String region, String model) {
        return "projects/%s/locations/%s/publishers/google/models/%s"
                .formatted(project, region, model);
    }
}
