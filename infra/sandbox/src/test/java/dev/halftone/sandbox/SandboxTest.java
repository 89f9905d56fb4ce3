package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxTest {

    @TempDir private Path state;

    // Whoever opens the port in a browser learns what it is.
    @Test
    void saysWhatItStandsFor() throws Exception {
        try (TestSandbox world = new TestSandbox(state)) {
            String page = new String(world.get("/").body(), UTF_8);
            assertThat(page).contains("/google", "/fal", "/ssm", "[truncated]");
            assertThat(world.get("/nothing").statusCode()).isEqualTo(404);
        }
    }

    // A page elsewhere that points its own name at this port gets nothing.
    @Test
    void answersToLoopbackNamesOnly() throws Exception {
        try (TestSandbox world = new TestSandbox(state);
                Socket socket =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                world.sandbox.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes(US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 421");
        }
    }

    // The secrets it serves must not be on the network.
    @Test
    void bindsLoopbackOnly() {
        SandboxConfig open = config(new InetSocketAddress(0), parameters());
        assertThatThrownBy(() -> Sandbox.start(open)).isInstanceOf(IllegalArgumentException.class);
    }

    // A host that forgot a secret learns it at start, not from a 401 later; none is printed.
    @Test
    void namesEveryParameterThatIsMissing() {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        assertThatThrownBy(() -> config(loopback, Map.of()))
                .hasMessageContaining("sign-in/google")
                .hasMessageContaining("providers/fal")
                .hasMessageContaining("fal-user-id");
        assertThat(config(loopback, parameters()).toString()).doesNotContain("hush");
    }

    private SandboxConfig config(InetSocketAddress address, Map<String, String> parameters) {
        return new SandboxConfig(
                address,
                URI.create("http://127.0.0.1:0"),
                state,
                parameters,
                Set.of(TestSandbox.REDIRECTS),
                Clock.systemUTC());
    }

    private static Map<String, String> parameters() {
        return Map.of(
                "/halftone/local/sign-in/google", "hush",
                "/halftone/local/providers/fal", "hush",
                "/halftone/local/fal-user-id", "user");
    }
}
