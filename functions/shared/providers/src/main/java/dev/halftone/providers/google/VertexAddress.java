package dev.halftone.providers.google;

import dev.halftone.core.catalogue.Model;
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

    static String path(String project, String region, Model model) {
        return "/v1/projects/%s/locations/%s/publishers/google/models/%s%s"
                .formatted(project, region, model.endpoint(), GoogleProtocol.GENERATE);
    }
}
