package dev.halftone.core.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The network that an address lies in: 24 bits of IPv4, 48 of IPv6, which is what a provider gives
 * to one customer or more, so that it shows roughly from where somebody came and not who it was.
 */
public final class AddressPrefix {

    private static final int V4_BYTES = 4;
    private static final int V4_KEPT = 3;
    private static final int V6_KEPT = 6;
    private static final int BITS = 8;

    private AddressPrefix() {}

    /** Such as {@code 203.0.113.0/24}; empty for what is no address. */
    public static String of(String address) {
        try {
            // Only a literal: a name would be looked up.
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            int kept = bytes.length == V4_BYTES ? V4_KEPT : V6_KEPT;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * BITS;
        } catch (IllegalArgumentException | UnknownHostException _) {
            return "";
        }
    }
}
