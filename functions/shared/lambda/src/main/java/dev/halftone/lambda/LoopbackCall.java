package dev.halftone.lambda;

import dev.halftone.core.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One HTTP call from this process to itself. It leaves the JDK's client warm for the first call of
 * a provider, which no priming may reach.
 */
final class LoopbackCall {
    private static final String HOST = "127.0.0.1";
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private LoopbackCall() {}

    static void make() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST));
                HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Thread answering = Thread.ofVirtual().start(() -> answer(server));
            client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://" + HOST + ":" + server.getLocalPort()))
                            .timeout(ANSWER_MAX)
                            .header("Accept", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER.length()));
            answering.interrupt();
        } catch (IOException e) {
            throw new TransientFailure("loopback", "no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("loopback", "interrupted", e);
        }
    }

    /** Whatever is asked; the socket closes only after the caller has read. */
    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // The caller has hung up, or has its answer.
        }
    }
}
