package dev.halftone.providers;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;

/**
 * Calls a provider: bounded in time and size, without redirects, which would carry the key away.
 */
public final class ProviderHttp {

    private static final long ANSWER_BYTES_MAX = 1024 * 1024;

    private final String provider;
    private final String scheme;
    private final Supplier<SecretText> key;
    private final ProviderTimeouts timeouts;
    private final HttpClient reading;

    /**
     * Nothing is called and no secret is read before the first request.
     *
     * @param provider its name, for failures
     * @param scheme what precedes the key in the header, such as {@code Bearer}
     */
    public ProviderHttp(
            String provider, String scheme, Supplier<SecretText> key, ProviderTimeouts timeouts) {
        this.provider = provider;
        this.scheme = scheme;
        this.key = key;
        this.timeouts = timeouts;
        this.reading = client(timeouts);
    }

    private static HttpClient client(ProviderTimeouts timeouts) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    /** A request with our key, to be completed by the caller. */
    public HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", scheme + " " + PrintableKey.of(provider, key.get()))
                .header("Accept", "application/json");
    }

    /**
     * Sends what must not be sent twice, over a connection of its own: one that slept in a frozen
     * function may be closed already, which cannot be told from an answer that was lost.
     */
    public ProviderReply submit(HttpRequest request) {
        HttpClient fresh = client(timeouts);
        try {
            return call(fresh, request, timeouts.submit());
        } finally {
            fresh.shutdownNow();
        }
    }

    /**
     * Gives an order.
     *
     * @param request how to put it; what keeps it from being put is no answer of the provider
     * @param reading what an answer means
     */
    public SubmissionOutcome order(
            Supplier<HttpRequest> request, Function<ProviderAnswer, SubmissionOutcome> reading) {
        HttpRequest ready;
        try {
            ready = request.get();
        } catch (DependencyFailure e) {
            return notPut(e);
        }
        return switch (submit(ready)) {
            case ProviderReply.NotSent not ->
                    new SubmissionOutcome.Postponed(RetryAfter.USUAL, not.detail());
            case ProviderReply.Lost lost -> new SubmissionOutcome.Unknown(lost.detail());
            case ProviderReply.Answered answered -> reading.apply(answered.answer());
        };
    }

    /** What is to be said of an order that could not be put: nothing of it is unknown. */
    public static SubmissionOutcome notPut(DependencyFailure why) {
        return switch (why) {
            // A key that is not there, or none: to wait for it would only take people's time.
            case PermanentFailure permanent ->
                    SubmissionOutcome.Refused.key(permanent.getMessage());
            case TransientFailure passing ->
                    new SubmissionOutcome.Postponed(
                            RetryAfter.USUAL,
                            "not sent, for want of " + passing.dependency(),
                            true);
        };
    }

    /** Asks how work stands. */
    public PollOutcome poll(URI uri, Function<ProviderAnswer, PollOutcome> reading) {
        return switch (get(uri)) {
            case ProviderReply.NotSent not -> new PollOutcome.Unanswered(not.detail());
            case ProviderReply.Lost lost -> new PollOutcome.Unanswered(lost.detail());
            case ProviderReply.Answered answered -> reading.apply(answered.answer());
        };
    }

    /** Sends what may be sent again. */
    public ProviderReply ask(HttpRequest request) {
        return call(reading, request, timeouts.read());
    }

    /** Asks without a body; without a key there is no asking. */
    public ProviderReply get(URI uri) {
        HttpRequest request;
        try {
            request = request(uri).GET().build();
        } catch (DependencyFailure e) {
            return new ProviderReply.NotSent("not asked, for want of " + e.dependency());
        }
        return ask(request);
    }

    // The request's own timeout would end with the answer's headers; this one covers its body too.
    private static ProviderReply call(HttpClient client, HttpRequest request, Duration timeout) {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return new ProviderReply.Answered(
                    ProviderAnswer.of(pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new ProviderReply.Lost("no answer in time");
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new ProviderReply.Lost("interrupted");
        }
    }

    /** Only types are told: messages hold addresses. */
    static ProviderReply failed(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        return switch (cause) {
            case ConnectException _,
                    HttpConnectTimeoutException _,
                    UnresolvedAddressException _,
                    SSLHandshakeException _ ->
                    new ProviderReply.NotSent("not reached: " + type);
            default -> new ProviderReply.Lost("answer lost: " + type);
        };
    }
}
