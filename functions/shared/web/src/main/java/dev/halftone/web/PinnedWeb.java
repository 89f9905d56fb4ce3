package dev.halftone.web;

import dev.halftone.core.asset.WebFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks over a connection to one of the machines that the caller names, while the certificate has to
 * be that of the host in the address. Nothing is followed, tried again, unpacked, remembered or
 * sent along.
 */
public final class PinnedWeb implements WebFiles {

    private static final int OK = 200;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final int WINDOW_BYTES = 64 * 1024;
    private static final int HEADERS_MAX = 100;
    private static final int LINE_BYTES_MAX = 16 * 1024;
    private static final String NAME = "Halftone";
    // Nobody listens there.
    private static final int DISCARD_PORT = 9;
    private static final Duration PRIMING_MAX = Duration.ofSeconds(1);

    private final SSLContext tls;
    private final UnaryOperator<InetSocketAddress> dial;

    public PinnedWeb() {
        this(SSLContexts.createSystemDefault(), UnaryOperator.identity());
    }

    /**
     * With other trust, and other machines in the place of those that are named.
     *
     * @param dial where to connect instead of there
     */
    PinnedWeb(SSLContext tls, UnaryOperator<InetSocketAddress> dial) {
        this.tls = tls;
        this.dial = dial;
    }

    /** Leaves everything warm but the network, which it does not reach. */
    public void prime() {
        // Never written to, for nobody answers.
        Path nowhere = Path.of("nowhere");
        get(
                new Request(
                        URI.create("https://priming.invalid:" + DISCARD_PORT),
                        List.of(InetAddress.getLoopbackAddress()),
                        1,
                        PRIMING_MAX),
                nowhere);
    }

    @Override
    public Answer get(Request request, Path target) {
        HttpGet get = new HttpGet(request.address());
        CloseableHttpClient client = client(request);
        Alarm alarm = Alarm.set(request.timeMax(), get::cancel);
        try {
            // Not closed by itself: that would read to the end of what may have none.
            return answer(client.executeOpen(null, get, null), request.bytesMax(), target);
        } catch (SocketTimeoutException _) {
            return new Answer.TooSlow();
        } catch (IOException _) {
            return alarm.hasRung() ? new Answer.TooSlow() : new Answer.Missing();
        } finally {
            alarm.close();
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private static Answer answer(ClassicHttpResponse response, long bytesMax, Path target)
            throws IOException {
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (MOVED.contains(response.getCode()) && location != null) {
            return new Answer.Moved(location.getValue());
        }
        HttpEntity file = response.getEntity();
        if (response.getCode() != OK || file == null) {
            return new Answer.Missing();
        }
        return file.getContentLength() > bytesMax
                ? new Answer.TooLarge()
                : stored(file.getContent(), bytesMax, target);
    }

    private static Answer stored(InputStream in, long bytesMax, Path target) throws IOException {
        byte[] window = new byte[WINDOW_BYTES];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(window); read >= 0; read = in.read(window)) {
                bytes += read;
                if (bytes > bytesMax) {
                    return new Answer.TooLarge();
                }
                out.write(window, 0, read);
            }
        }
        return new Answer.Stored(bytes);
    }

    private CloseableHttpClient client(Request request) {
        return HttpClients.custom()
                .setConnectionManager(connections(request))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(Timeout.of(request.timeMax()))
                                .setConnectionRequestTimeout(Timeout.of(request.timeMax()))
                                .setAuthenticationEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                .setUserAgent(NAME)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private HttpClientConnectionManager connections(Request request) {
        Timeout time = Timeout.of(request.timeMax());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned(request.pinned(), dial))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(time).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(time)
                                .setSocketTimeout(time)
                                .build())
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxHeaderCount(HEADERS_MAX)
                                                .setMaxLineLength(LINE_BYTES_MAX)
                                                .build())
                                .build())
                .build();
    }

    /** Knows the answer before any question, so that nobody is asked a second time. */
    private record Pinned(List<InetAddress> machines, UnaryOperator<InetSocketAddress> dial)
            implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return machines.toArray(InetAddress[]::new);
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) {
            return machines.stream()
                    .map(machine -> dial.apply(new InetSocketAddress(machine, port)))
                    .toList();
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
