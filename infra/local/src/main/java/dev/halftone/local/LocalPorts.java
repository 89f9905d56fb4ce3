package dev.halftone.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything listens. The distances are fixed, because stored queue URLs and signed-in
 * identities carry addresses in them.
 */
public record LocalPorts(int gateway, int sandbox, int dynamoDb, int sqs, int s3) {
    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";

    public static LocalPorts from(int gateway) {
        return new LocalPorts(gateway, gateway + 10, gateway + 11, gateway + 12, gateway + 13);
    }

    public static LocalPorts anyFree() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.ofLiteral(IPV4)));
            }
            List<Integer> free = held.stream().map(ServerSocket::getLocalPort).toList();
            return new LocalPorts(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** A number, so that browsers see another site than {@code localhost} and S3 no host name. */
    static URI endpoint(int port) {
        return URI.create("http://" + IPV4 + ":" + port);
    }

    /** The engines take a port without saying clearly that they could not. */
    void requireFreeBehindTheGateway() throws IOException {
        for (int port : List.of(sandbox, dynamoDb, sqs, s3)) {
            try {
                new ServerSocket(port, 1, InetAddress.ofLiteral(IPV4)).close();
            } catch (IOException e) {
                throw taken(port, e);
            }
        }
    }

    /** Both loopback addresses, since {@code localhost} may be either; never any other. */
    static List<InetSocketAddress> loopbacks(int port) throws IOException {
        List<InetSocketAddress> addresses = new ArrayList<>();
        addresses.add(new InetSocketAddress(InetAddress.ofLiteral(IPV4), port));
        InetAddress ipv6 = InetAddress.ofLiteral(IPV6);
        if (port != 0 && NetworkInterface.getByInetAddress(ipv6) != null) {
            addresses.add(new InetSocketAddress(ipv6, port));
        }
        return addresses;
    }

    static BindException taken(int port, IOException cause) {
        BindException taken =
                new BindException(
                        "Port %d is taken: end the program that uses it, or set LOCAL_PORT to a"
                                        .formatted(port)
                                + " port with free ones up to 13 above it.");
        taken.initCause(cause);
        return taken;
    }
}
