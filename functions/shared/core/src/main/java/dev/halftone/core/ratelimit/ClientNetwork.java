package dev.halftone.core.ratelimit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of an address that its holder cannot change at will: all of an IPv4 address, the first
 * 64 bits of an IPv6 one, for whoever has one of those has all of them (RFC 6177).
 */
public final class ClientNetwork {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int NETWORK_GROUPS = 4;
    private static final int GROUPS = 8;

    private ClientNetwork() {}

    /** As a text that all addresses of one network share; what is no address is its own network. */
    public static String of(String address) {
        return address.contains(":") && IPV6.matcher(address).matches()
                ? String.join(":", groups(address).subList(0, NETWORK_GROUPS)) + "::/64"
                : address;
    }

    private static List<String> groups(String address) {
        String[] halves = address.split("::", 2);
        List<String> head = split(halves[0]);
        List<String> tail = halves.length == 1 ? List.of() : split(halves[1]);
        List<String> all = new ArrayList<>(head);
        while (all.size() + tail.size() < GROUPS) {
            all.add("0");
        }
        all.addAll(tail);
        return all;
    }

    private static List<String> split(String half) {
        List<String> groups = new ArrayList<>();
        for (String group : half.split(":", -1)) {
            if (!group.isEmpty()) {
                groups.add(group.replaceFirst("^0+(?=.)", "").toLowerCase(Locale.ROOT));
            }
        }
        return groups;
    }
}
