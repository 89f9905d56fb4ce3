package dev.halftone.core.account;

import java.util.regex.Pattern;

/**
 * How and from where a browser signed in; shown to its owner, decides nothing.
 *
 * @param way id of the profile's way to sign in
 * @param device browser family and system, such as "Firefox on Linux"
 * @param addressPrefix the network of the browser's address, never the address itself: its first 24
 *     bits of IPv4, 48 of IPv6
 */
public record SessionOrigin(String way, String device, String addressPrefix) {

    private static final Pattern WAY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int CHARACTERS_MAX = 60;

    /** Of whatever was stored before origins were kept. */
    public static final SessionOrigin UNKNOWN = new SessionOrigin("unknown", "", "");

    public SessionOrigin {
        if (!WAY.matcher(way).matches()) {
            throw new IllegalArgumentException("Not the id of a way to sign in");
        }
        if (device.length() > CHARACTERS_MAX || addressPrefix.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("An origin is bounded");
        }
    }
}
