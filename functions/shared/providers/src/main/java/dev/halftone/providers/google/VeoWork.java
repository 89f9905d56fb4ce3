package dev.halftone.providers.google;

import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.Results;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One film at work. Google gives it no address: it is inside the answer to the question how it
 * stands. So it has a name of ours, which nothing that comes from outside can have: results that
 * others name have a host.
 */
record VeoWork(String model, String operation) {

    private static final String MODEL = "model";
    private static final String TYPE = "video/mp4";

    static VeoWork of(ProviderRequest request) {
        return new VeoWork(Objects.requireNonNull(request.links().get(MODEL)), request.id());
    }

    /** The film behind an address, or empty if it is anybody else's. */
    static Optional<VeoWork> at(URI location) {
        String[] parts =
                VeoProtocol.NAME.equals(location.getScheme())
                        ? location.getSchemeSpecificPart().split("/", -1)
                        : new String[0];
        return parts.length == 2 && Results.isRequestId(parts[1])
                ? Optional.of(new VeoWork(parts[0], parts[1]))
                : Optional.empty();
    }

    ProviderRequest request() {
        return new ProviderRequest(VeoProtocol.NAME, operation, Map.of(MODEL, model));
    }

    ProviderMedia result() {
        return new ProviderMedia(
                URI.create(VeoProtocol.NAME + ":" + model + "/" + operation), TYPE);
    }

    HttpRequest question(VertexAccess access) {
        String name = access.name(model) + VeoProtocol.OPERATIONS + operation;
        return access.request(model, VeoProtocol.ASK)
                .POST(
                        BodyPublishers.ofString(
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put(VeoProtocol.OPERATION_NAME, name)
                                        .toString()))
                .build();
    }
}
