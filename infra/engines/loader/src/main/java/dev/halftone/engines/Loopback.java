package dev.halftone.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** An address as a number: for a host name the S3 client would put the bucket in front of it. */
final class Loopback {
    static final String HOST = "127.0.0.1";

    private Loopback() {}

    static URI endpoint(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** The port itself, or any free one for 0. */
    static int port(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
