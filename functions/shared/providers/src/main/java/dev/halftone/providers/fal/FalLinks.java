package dev.halftone.providers.fal;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderAnswer;
import dev.halftone.providers.ProviderBase;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Addresses of requests. Those that fal.ai returned are kept, for it may change how it builds them;
 * none is called unless it leads to the configured host, because the key goes with the call.
 */
final class FalLinks {

    private final ProviderBase base;

    FalLinks(ProviderBase base) {
        this.base = base;
    }

    URI submission(String endpoint) {
        return base.resolve("/" + endpoint);
    }

    /** Built from owner and app: the rest of an endpoint's path names no request. */
    ProviderRequest built(Route route, String id) {
        String request = base.resolve("/" + app(route.endpoint())) + FalProtocol.REQUESTS + id;
        return new ProviderRequest(
                FalProtocol.NAME,
                id,
                Map.of(
                        FalProtocol.STATUS_URL, request + FalProtocol.STATUS_SUFFIX,
                        FalProtocol.RESPONSE_URL, request,
                        FalProtocol.CANCEL_URL, request + FalProtocol.CANCEL_SUFFIX));
    }

    /** As returned, if every address is there and leads to the configured host; else built. */
    ProviderRequest returned(Route route, String id, ProviderAnswer answer) {
        Optional<String> status = usable(answer, FalProtocol.STATUS_URL);
        Optional<String> response = usable(answer, FalProtocol.RESPONSE_URL);
        Optional<String> cancel = usable(answer, FalProtocol.CANCEL_URL);
        if (status.isEmpty() || response.isEmpty() || cancel.isEmpty()) {
            return built(route, id);
        }
        return new ProviderRequest(
                FalProtocol.NAME,
                id,
                Map.of(
                        FalProtocol.STATUS_URL, status.get(),
                        FalProtocol.RESPONSE_URL, response.get(),
                        FalProtocol.CANCEL_URL, cancel.get()));
    }

    /**
     * One address of a stored request.
     *
     * @throws PermanentFailure if it is missing or leads elsewhere
     */
    URI link(ProviderRequest request, String name) {
        return Optional.ofNullable(request.links().get(name))
                .flatMap(this::uri)
                .orElseThrow(() -> new PermanentFailure(FalProtocol.NAME, "no usable " + name));
    }

    private Optional<String> usable(ProviderAnswer answer, String name) {
        return answer.text(name).flatMap(this::uri).map(URI::toString);
    }

    private Optional<URI> uri(String text) {
        URI ours = base.resolve("");
        try {
            URI uri = URI.create(text);
            return Objects.equals(uri.getScheme(), ours.getScheme())
                            && Objects.equals(uri.getRawAuthority(), ours.getRawAuthority())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String app(String endpoint) {
        String[] parts = endpoint.split("/", -1);
        int length = FalProtocol.NAMESPACES.contains(parts[0]) ? 3 : 2;
        if (parts.length < length) {
            throw new PermanentFailure(FalProtocol.NAME, "an endpoint has an owner and an app");
        }
        return String.join("/", Arrays.copyOf(parts, length));
    }
}
