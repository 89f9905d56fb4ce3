package dev.halftone.core;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells names of hosts, as the public Internet has them, from everything else. */
public final class PublicName {

    // A name with a top-level domain of letters: no spelling of a bare address has that form.
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]+)");
    private static final int CHARACTERS_MAX = 253;

    // No such domain is public: RFC 6761, RFC 6762, and what ICANN keeps for private use.
    private static final Set<String> INWARD = Set.of("internal", "local", "localhost");

    private PublicName() {}

    /** Whether a text in lower case has the form of a host's full name. */
    public static boolean hasForm(String host) {
        return host.length() <= CHARACTERS_MAX && FORM.matcher(host).matches();
    }

    /** Whether the name belongs to a domain that leads nowhere but inwards. */
    public static boolean isInward(String host) {
        return INWARD.contains(host.substring(host.lastIndexOf('.') + 1));
    }
}
