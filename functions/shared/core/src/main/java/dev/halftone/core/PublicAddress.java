package dev.halftone.core;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public Internet from all others. (IANA special-purpose address registries
 * for IPv4 and IPv6, RFC 6890.)
 */
public final class PublicAddress {

    private static final List<Range> SPECIAL =
            List.of(
                    new Range(new int[] {0}, 8),
                    new Range(new int[] {10}, 8),
                    new Range(new int[] {100, 64}, 10),
                    new Range(new int[] {127}, 8),
                    new Range(new int[] {169, 254}, 16),
                    new Range(new int[] {172, 16}, 12),
                    new Range(new int[] {192, 0, 0}, 24),
                    new Range(new int[] {192, 0, 2}, 24),
                    new Range(new int[] {192, 88, 99}, 24),
                    new Range(new int[] {192, 168}, 16),
                    new Range(new int[] {198, 18}, 15),
                    new Range(new int[] {198, 51, 100}, 24),
                    new Range(new int[] {203, 0, 113}, 24),
                    // Multicast, reserved and broadcast.
                    new Range(new int[] {224}, 3));

    // Only global unicast can be public, and these parts of it are not, or lead to IPv4.
    private static final Range GLOBAL_UNICAST = new Range(new int[] {0x20}, 3);
    private static final List<Range> SPECIAL_UNICAST =
            List.of(
                    new Range(new int[] {0x20, 0x01, 0x00}, 23),
                    new Range(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32),
                    new Range(new int[] {0x20, 0x02}, 16),
                    new Range(new int[] {0x3f, 0xff, 0x00}, 20));

    private PublicAddress() {}

    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> SPECIAL.stream().noneMatch(range -> range.contains(bytes));
            case Inet6Address _ ->
                    GLOBAL_UNICAST.contains(bytes)
                            && SPECIAL_UNICAST.stream().noneMatch(range -> range.contains(bytes));
            default -> false;
        };
    }

    /** The addresses that share the first bits of a prefix. */
    private static final class Range {

        private final int[] prefix;
        private final int bits;

        Range(int[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                int wanted = bit / 8 < prefix.length ? prefix[bit / 8] : 0;
                if ((address[bit / 8] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
