package dev.halftone.providers.fal;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/** Calls fal.ai: bounded in time and size, without redirects, which would carry the key away. */
final class FalHttp {

    private static final long ANSWER_BYTES_MAX = 1024 * 1024;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final Supplier<SecretText> key;
    private final FalTimeouts timeouts;
    private final HttpClient reading;

    FalHttp(Supplier<SecretText> key, FalTimeouts timeouts) {
        this.key = key;
        this.timeouts = timeouts;
        this.reading = client(timeouts);
    }

    private static HttpClient client(FalTimeouts timeouts) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    /** A request with our key, to be completed by the caller. */
    HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header(
                        FalProtocol.AUTHORIZATION,
                        FalProtocol.AUTHORIZATION_SCHEME + printable(key.get()))
                .header("Accept", "application/json");
    }

    // The client's own complaint about an unprintable header would quote it.
    private static String printable(SecretText key) {
        String text = key.reveal().strip();
        if (!PRINTABLE.matcher(text).matches()) {
            throw new PermanentFailure(FalProtocol.NAME, "the key is not one printable word");
        }
        return text;
    }

    /**
     * Sends what must not be sent twice, over a connection of its own: one that slept in a frozen
     * function may be closed already, which cannot be told from an answer that was lost.
     */
    FalReply submit(HttpRequest request) {
        HttpClient fresh = client(timeouts);
        try {
            return call(fresh, request, timeouts.submit());
        } finally {
            fresh.shutdownNow();
        }
    }

    FalReply get(URI uri) {
        return call(reading, request(uri).GET().build(), timeouts.read());
    }

    FalReply put(URI uri) {
        HttpRequest put = request(uri).PUT(BodyPublishers.noBody()).build();
        return call(reading, put, timeouts.read());
    }

    // The request's own timeout would end with the answer's headers; this one covers its body too.
    private static FalReply call(HttpClient client, HttpRequest request, Duration timeout) {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return new FalReply.Answered(
                    FalAnswer.of(pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new FalReply.Lost("no answer in time");
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new FalReply.Lost("interrupted");
        }
    }

    /** Only types are told: messages hold addresses. */
    private static FalReply failed(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        return switch (cause) {
            case ConnectException _,
                    HttpConnectTimeoutException _,
                    UnresolvedAddressException _,
                    SSLHandshakeException _ ->
                    new FalReply.NotSent("not reached: " + type);
            default -> new FalReply.Lost("answer lost: " + type);
        };
    }
}
