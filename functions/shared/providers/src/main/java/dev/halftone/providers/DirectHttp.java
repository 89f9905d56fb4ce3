package dev.halftone.providers;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes a call whose answer brings the result: once, over a connection of its own, for as long as
 * the provider may take, without redirects, which would carry the key away.
 */
public final class DirectHttp {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int ERROR_BYTES_MAX = 64 * 1024;

    private final Duration callTimeout;

    /**
     * Calls nobody yet.
     *
     * @param callTimeout from the first byte sent to the last byte read
     */
    public DirectHttp(Duration callTimeout) {
        this.callTimeout = callTimeout;
    }

    /**
     * Gives an order.
     *
     * @param request how to put it; what keeps it from being put is no answer of the provider
     * @param parts where the files of the answer go to
     * @param reading what an answer means
     */
    public Outcome order(
            Supplier<HttpRequest> request,
            BinaryParts parts,
            Function<ProviderAnswer, Outcome> reading) {
        HttpRequest ready;
        try {
            ready = request.get();
        } catch (PermanentFailure e) {
            // A key that is not there, or not one: waiting for it would only take people's time.
            return Outcome.Refused.key(e.getMessage());
        } catch (TransientFailure e) {
            return new Outcome.Postponed(
                    RetryAfter.USUAL, "not sent, for want of " + e.dependency(), true);
        }
        return switch (ask(ready, parts)) {
            case ProviderReply.NotSent not -> new Outcome.Postponed(RetryAfter.USUAL, not.detail());
            case ProviderReply.Lost _ when parts.isExceeded() ->
                    new Outcome.Refused(FailureReason.INVALID_RESULT, "the answer is too large");
            case ProviderReply.Lost lost -> new Outcome.Unknown(lost.detail());
            case ProviderReply.Answered answered -> reading.apply(answered.answer());
        };
    }

    /** Sends a request whose answer brings files. */
    public ProviderReply ask(HttpRequest request, BinaryParts parts) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
        // The body is read by this very thread, which only the end of the client can wake.
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(
                        client::shutdownNow,
                        CompletableFuture.delayedExecutor(
                                callTimeout.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return answer(client, request, parts);
        } finally {
            end.cancel(false);
            client.shutdownNow();
        }
    }

    private ProviderReply answer(HttpClient client, HttpRequest request, BinaryParts parts) {
        CompletableFuture<HttpResponse<InputStream>> pending =
                client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response =
                    pending.get(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
            try (InputStream body = response.body()) {
                return new ProviderReply.Answered(
                        new ProviderAnswer(
                                response.statusCode(),
                                response.headers(),
                                read(response.statusCode(), body, parts)));
            }
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new ProviderReply.Lost("no answer in time");
        } catch (ExecutionException e) {
            return ProviderHttp.failed(e.getCause() == null ? e : e.getCause());
        } catch (JacksonException | IOException | UncheckedIOException e) {
            return new ProviderReply.Lost("answer lost: " + e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new ProviderReply.Lost("interrupted");
        }
    }

    private static JsonNode read(int code, InputStream body, BinaryParts parts) throws IOException {
        return code / 100 == 2
                ? parts.read(body)
                : ProviderAnswer.read(body.readNBytes(ERROR_BYTES_MAX));
    }
}
