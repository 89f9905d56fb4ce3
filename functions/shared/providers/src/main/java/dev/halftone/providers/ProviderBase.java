package dev.halftone.providers;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.GenerationId;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a provider is called, and where it finds us.
 *
 * <p>A provider on this very machine is a stand-in for development. It is called only by a studio
 * that is itself on this machine: a deployed one must never send keys and prompts to whoever
 * listens on a port of its own.
 */
public final class ProviderBase {

    private final String provider;
    private final String base;
    private final boolean isHere;
    private final Supplier<URI> publicUrl;

    /**
     * Asks for nothing yet.
     *
     * @param provider its name, for failures and for the path of callbacks
     * @throws IllegalArgumentException naming the provider, if the base is neither https at a
     *     public name nor this machine
     */
    public ProviderBase(String provider, URI base, Supplier<URI> publicUrl) {
        requireUsable(provider, base);
        this.isHere = HttpResultDownload.isLoopback(base);
        String text = base.toString();
        this.provider = provider;
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.publicUrl = publicUrl;
    }

    private static void requireUsable(String provider, URI base) {
        boolean isPublic =
                "https".equals(base.getScheme()) && HttpResultDownload.isPublicName(base);
        if (!isPublic && !HttpResultDownload.isLoopback(base)) {
            throw new IllegalArgumentException(
                    "The address of " + provider + " is not https at a public name");
        }
    }

    /**
     * The address of a path below the base.
     *
     * @throws PermanentFailure if it is on this machine and we are not
     */
    public URI resolve(String path) {
        if (isHere && !HttpResultDownload.isLoopback(publicUrl.get())) {
            throw new PermanentFailure(provider, "an address on this machine is for development");
        }
        return URI.create(base + path);
    }

    /**
     * Where the provider can tell us about a generation, or empty if it could not reach us. Our id
     * is in the path, so that a callback finds a generation whose submission was lost.
     */
    public Optional<String> callback(GenerationId generation) {
        return isReachable()
                ? Optional.of(
                        publicUrl
                                .get()
                                .resolve("/v1/webhooks/" + provider + "/" + generation)
                                .toString())
                : Optional.empty();
    }

    /** Whether the provider can reach us: we are on the Internet, or both on this machine. */
    public boolean isReachable() {
        return isHere || "https".equals(publicUrl.get().getScheme());
    }
}
