package dev.halftone.creem;

import dev.halftone.core.SecretText;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the adapter is composed from. Secrets are asked for per call: a snapshot taken when a
 * function starts must hold none, and one that is replaced is used from then on.
 *
 * @param standIn what is called in its place during development, on this machine; {@code null} for
 *     Creem itself, in test mode if the key is of it
 * @param key our key there
 * @param webhookSecrets what it signs its messages with: one, or two separated by a blank while one
 *     takes the place of the other
 */
public record CreemSetting(
        @Nullable URI standIn,
        Supplier<SecretText> key,
        Supplier<SecretText> webhookSecrets,
        Clock clock) {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public CreemSetting {
        if (standIn != null && !isHere(standIn)) {
            throw new IllegalArgumentException("A stand-in for Creem is on this machine");
        }
    }

    /** The address of a path. */
    URI resolve(CreemKey shown, String path) {
        URI base =
                standIn != null
                        ? standIn
                        : shown.isLive() ? CreemProtocol.LIVE : CreemProtocol.TEST;
        return URI.create(base + path);
    }

    /** Whether people may be sent there: never over a line that others can read. */
    boolean isSafe(URI page) {
        return "https".equals(page.getScheme()) || (standIn != null && isHere(page));
    }

    private static boolean isHere(URI address) {
        return HERE.contains(String.valueOf(address.getHost()));
    }
}
