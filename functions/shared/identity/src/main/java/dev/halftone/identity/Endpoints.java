package dev.halftone.identity;

import java.net.URI;
import java.util.Set;

/** Which addresses of a provider are called at all. */
final class Endpoints {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Endpoints() {}

    /** Encrypted, or on this machine. */
    static boolean allowed(URI address) {
        return isHttps(address) || isPlainLoopback(address);
    }

    /** As {@link #allowed(URI)}, but a distant issuer cannot point us at this machine. */
    static boolean allowedFrom(URI issuer, URI address) {
        return isHttps(address) || (isPlainLoopback(issuer) && isPlainLoopback(address));
    }

    private static boolean isHttps(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }

    private static boolean isPlainLoopback(URI address) {
        return "http".equals(address.getScheme())
                && address.getHost() != null
                && LOOPBACK.contains(address.getHost())
                && address.getRawUserInfo() == null;
    }
}
