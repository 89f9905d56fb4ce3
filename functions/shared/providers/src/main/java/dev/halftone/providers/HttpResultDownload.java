package dev.halftone.providers;

import dev.halftone.core.PublicAddress;
import dev.halftone.core.PublicName;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ResultDownload;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Copies results over HTTPS from public hosts only: whatever address a provider names, nothing of
 * ours is reached through it. Redirects are not followed.
 *
 * <p>A provider that itself runs on this machine may name this machine, over plain HTTP.
 */
public final class HttpResultDownload implements ResultDownload {

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    // Together with storing, checking and settling this fits into the function's 60 seconds.
    private static final Duration COPY_TIMEOUT = Duration.ofSeconds(35);
    private static final int OK = 200;
    // "Took too long", "too early" and "too many": the same request may do well later.
    private static final Set<Integer> BUSY = Set.of(408, 425, 429);
    // How stores say that a signed address, or what was there, has had its time.
    private static final Set<Integer> GONE = Set.of(401, 403, 404, 410);
    // The JDK's own limit has no type of its own; a test would notice if these words changed.
    private static final String TOO_LARGE = "body exceeds capacity";
    private static final long ERROR_BYTES_MAX = 64 * 1024;
    private static final int HTTPS_PORT = 443;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean providerIsHere;
    private final Lookup lookup;
    private final Duration copyTimeout;
    private final HttpClient client;

    /** Makes copies for the providers that are called at these addresses. */
    public HttpResultDownload(Collection<URI> providerBases) {
        this(providerBases, InetAddress::getAllByName, COPY_TIMEOUT);
    }

    HttpResultDownload(Collection<URI> providerBases, Lookup lookup, Duration copyTimeout) {
        this.providerIsHere = providerBases.stream().anyMatch(HttpResultDownload::isLoopback);
        this.lookup = lookup;
        this.copyTimeout = copyTimeout;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
    }

    /** Whether an address names this very machine. */
    public static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    /** Whether an address names a host as one of the public Internet is named. */
    static boolean isPublicName(URI uri) {
        String host = uri.getHost();
        return host != null
                && uri.getRawUserInfo() == null
                && PublicName.hasForm(host)
                && !PublicName.isInward(host);
    }

    @Override
    public Outcome download(ProviderMedia media, Path target, long bytesMax) {
        URI location = media.location();
        Optional<Outcome> objection = objection(location);
        if (objection.isPresent()) {
            return objection.get();
        }
        HttpRequest request = HttpRequest.newBuilder(location).GET().build();
        CompletableFuture<HttpResponse<Path>> copy =
                client.sendAsync(request, info -> subscriber(info, target, bytesMax));
        try {
            HttpResponse<Path> response = copy.get(copyTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return outcome(response.statusCode(), target);
        } catch (TimeoutException _) {
            copy.cancel(true);
            return new Outcome.NotCopied("not copied in time");
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException _) {
            copy.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.NotCopied("interrupted");
        }
    }

    private static Outcome outcome(int code, Path target) {
        if (code == OK) {
            return new Outcome.Copied(target.toFile().length());
        }
        String detail = "answered " + code;
        if (GONE.contains(code)) {
            return new Outcome.Expired(detail);
        }
        return code >= 500 || BUSY.contains(code)
                ? new Outcome.NotCopied(detail)
                : new Outcome.Unusable(detail);
    }

    /** The type only: a message may hold the address. */
    private static Outcome failed(Throwable cause) {
        String message = cause.getMessage();
        return message != null && message.startsWith(TOO_LARGE)
                ? new Outcome.Unusable("too large")
                : new Outcome.NotCopied("not copied: " + cause.getClass().getSimpleName());
    }

    private static BodySubscriber<Path> subscriber(ResponseInfo info, Path target, long bytesMax) {
        if (info.statusCode() != OK) {
            return BodyHandlers.limiting(BodyHandlers.replacing(target), ERROR_BYTES_MAX)
                    .apply(info);
        }
        OptionalLong announced = info.headers().firstValueAsLong("content-length");
        if (announced.isPresent() && announced.getAsLong() > bytesMax) {
            return BodySubscribers.limiting(BodySubscribers.replacing(target), 0);
        }
        return BodyHandlers.limiting(
                        BodyHandlers.ofFile(
                                target,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        bytesMax)
                .apply(info);
    }

    /** Why this address is not asked, or empty if it may be. */
    private Optional<Outcome> objection(URI location) {
        String host = location.getHost();
        if (host == null || location.getRawUserInfo() != null) {
            return unusable("no plain address");
        }
        if (providerIsHere && isLoopback(location)) {
            return isWeb(location) ? Optional.empty() : unusable("not a web address");
        }
        if (!"https".equals(location.getScheme())
                || (location.getPort() != -1 && location.getPort() != HTTPS_PORT)) {
            return unusable("not https");
        }
        if (!PublicName.hasForm(host)) {
            return unusable("not a host name");
        }
        return resolve(host);
    }

    private static boolean isWeb(URI location) {
        return "http".equals(location.getScheme()) || "https".equals(location.getScheme());
    }

    // The platform keeps a looked-up address for seconds, so the connection made next goes to the
    // address that was looked at here.
    private Optional<Outcome> resolve(String host) {
        try {
            InetAddress[] addresses = lookup.addresses(host);
            return addresses.length > 0
                            && Arrays.stream(addresses).allMatch(PublicAddress::isPublic)
                    ? Optional.empty()
                    : unusable("not a public host");
        } catch (UnknownHostException _) {
            // Also what an outage of the name service looks like.
            return Optional.of(new Outcome.NotCopied("unknown host"));
        }
    }

    private static Optional<Outcome> unusable(String detail) {
        return Optional.of(new Outcome.Unusable(detail));
    }
}
