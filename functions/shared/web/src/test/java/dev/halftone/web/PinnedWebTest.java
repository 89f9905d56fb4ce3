package dev.halftone.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.WebFiles;
import dev.halftone.core.asset.WebFiles.Answer;
import dev.halftone.testing.WebFilesContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedWebTest extends WebFilesContract {

    private static final InetAddress NAMED = InetAddress.ofLiteral("93.184.215.14");
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir private static Path certificates;
    private static StubServer server;

    private final List<InetSocketAddress> dialled = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        server = new StubServer(certificates);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    PinnedWebTest() {
        server.answer(StubServer::nothing);
    }

    @Override
    protected WebFiles web() {
        return web(server.trust(), server.address());
    }

    private WebFiles web(SSLContext trust, InetSocketAddress instead) {
        return new PinnedWeb(
                trust,
                wanted -> {
                    dialled.add(wanted);
                    return instead;
                });
    }

    @Override
    protected byte[] servePicture() {
        byte[] picture = new byte[BYTES];
        new Random(7).nextBytes(picture);
        server.answer(
                exchange -> {
                    exchange.sendResponseHeaders(200, picture.length);
                    exchange.getResponseBody().write(picture);
                });
        return picture;
    }

    @Override
    protected void move(String location) {
        server.answer(
                exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.sendResponseHeaders(302, -1);
                });
    }

    private static WebFiles.Request request(URI address, Duration time) {
        return new WebFiles.Request(address, List.of(NAMED), BYTES, time);
    }

    // Protects: between the look at a name and the connection nobody can change where it leads.
    @Test
    void connectsToTheMachineItWasGivenAndGivesTheNameOfTheHost() {
        servePicture();

        web().get(request(PICTURE, AMPLE), target);

        assertThat(dialled).containsExactly(new InetSocketAddress(NAMED, 443));
        assertThat(server.hosts()).last().isEqualTo("pictures.example.org");
    }

    // Protects: who is not the host in the address is not asked, wherever the name leads.
    @Test
    void asksNobodyWhoseCertificateIsOfAnotherHost() {
        servePicture();
        int before = server.hosts().size();

        Answer answer =
                web().get(request(URI.create("https://other.example.org/boat.png"), AMPLE), target);

        assertThat(answer).isEqualTo(new Answer.Missing());
        assertThat(server.hosts()).hasSize(before);
    }

    @Test
    void asksNobodyWhoseCertificateNobodyVouchesFor() throws GeneralSecurityException {
        servePicture();
        int before = server.hosts().size();

        Answer answer =
                web(SSLContext.getDefault(), server.address()).get(request(PICTURE, AMPLE), target);

        assertThat(answer).isEqualTo(new Answer.Missing());
        assertThat(server.hosts()).hasSize(before);
    }

    // Protects: a body without an end costs no more than what is taken of it.
    @Test
    void stopsAtABodyThatNeverEnds() {
        server.answer(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] chunk = new byte[1_000];
                    while (!Thread.currentThread().isInterrupted()) {
                        exchange.getResponseBody().write(chunk);
                    }
                });

        assertThat(web().get(request(PICTURE, AMPLE), target)).isEqualTo(new Answer.TooLarge());
    }

    // Protects: a length that is announced is believed if it is too much, and read if it is not.
    @Test
    void takesNothingOfAFileThatIsAnnouncedTooLong() {
        server.answer(exchange -> exchange.sendResponseHeaders(200, BYTES + 1L));

        assertThat(web().get(request(PICTURE, AMPLE), target)).isEqualTo(new Answer.TooLarge());
        assertThat(target).isEmptyFile();
    }

    // Protects: each byte comes in time, and all of them together do not.
    @Test
    void leavesAServerThatSendsByteByByte() {
        server.answer(
                exchange -> {
                    exchange.sendResponseHeaders(200, BYTES);
                    while (!Thread.currentThread().isInterrupted()) {
                        exchange.getResponseBody().write(1);
                        exchange.getResponseBody().flush();
                        pause();
                    }
                });

        assertThat(web().get(request(PICTURE, SHORT), target)).isEqualTo(new Answer.TooSlow());
    }

    @Test
    void leavesAServerThatTakesTheConnectionAndSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebFiles web = web(server.trust(), (InetSocketAddress) silent.getLocalSocketAddress());

            assertThat(web.get(request(PICTURE, SHORT), target)).isEqualTo(new Answer.TooSlow());
        }
    }

    // Protects: a head without an end is not collected.
    @Test
    void leavesAServerWhoseHeaderNeverEnds() throws IOException {
        try (ServerSocket talker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> talk(talker));
            URI plain = URI.create("http://pictures.example.org/boat.png");
            WebFiles web = web(server.trust(), (InetSocketAddress) talker.getLocalSocketAddress());

            assertThat(web.get(request(plain, AMPLE), target)).isEqualTo(new Answer.Missing());
        }
    }

    private static void talk(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            byte[] more = "x".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
            while (!Thread.currentThread().isInterrupted()) {
                out.write(more);
            }
        } catch (IOException _) {
            // The caller has hung up, which is what it should do.
        }
    }

    // Protects: what is small when packed and huge when unpacked stays small.
    @Test
    void unpacksNothing() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1_000_000]);
        }
        server.answer(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, packed.size());
                    exchange.getResponseBody().write(packed.toByteArray());
                });

        assertThat(web().get(request(PICTURE, AMPLE), target))
                .isEqualTo(new Answer.Stored(packed.size()));
        assertThat(target).hasBinaryContent(packed.toByteArray());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
