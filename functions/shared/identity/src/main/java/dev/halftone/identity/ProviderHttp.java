package dev.halftone.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Calls to a provider, bounded in time and size; never follows a redirect. */
final class ProviderHttp {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final Duration total;

    /** What came back. */
    sealed interface Answer {

        record Received(int status, String body) implements Answer {}

        record TimedOut() implements Answer {}

        record Broken() implements Answer {}
    }

    ProviderHttp(Duration total) {
        this.total = total;
    }

    Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json").build());
    }

    /** On behalf of whoever the token was given for. */
    Answer getAs(URI address, String accessToken) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/vnd.github+json")
                        .header("X-GitHub-Api-Version", "2022-11-28")
                        .header("User-Agent", "Halftone")
                        .header("Authorization", "Bearer " + accessToken)
                        .build());
    }

    Answer postForm(URI address, Map<String, String> form) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                        .build());
    }

    /** {@code name=value} pairs, percent-encoded, as in a query or a form body. */
    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The address with these parameters behind its own. */
    static URI withQuery(URI address, Map<String, String> parameters) {
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + separator + encode(parameters));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest request) {
        long deadline = System.nanoTime() + total.toNanos();
        Answer answer = attempt(request, deadline);
        // A frozen function wakes up with connections that the provider closed long ago. If the
        // first try did arrive, the repeat is harmless: a code is refused the second time.
        return answer instanceof Answer.Broken ? attempt(request, deadline) : answer;
    }

    // The client's own timeout ends with the headers; a body that trickles would hold us for ever.
    private Answer attempt(HttpRequest request, long deadline) {
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofString(StandardCharsets.UTF_8), BODY_BYTES_MAX));
        try {
            HttpResponse<String> received =
                    response.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return new Answer.Received(received.statusCode(), received.body());
        } catch (TimeoutException _) {
            response.cancel(true);
            return new Answer.TimedOut();
        } catch (ExecutionException e) {
            return e.getCause() instanceof HttpTimeoutException
                    ? new Answer.TimedOut()
                    : new Answer.Broken();
        } catch (InterruptedException _) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.TimedOut();
        }
    }
}
