package dev.halftone.dynamodb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Loses requests and replies at random, now and then all of one caller for as long as its call
 * lasts: then the client library's own repetitions are lost, too, and nobody knows what happened.
 */
final class UnreliableNetwork implements SdkHttpClient {

    private static final int LOST_PER_CENT = 8;
    private static final int OUTAGE_PER_CENT = 12;

    private final SdkHttpClient network;
    private final UnaryOperator<String> rewrite;
    // Guarded by this object's monitor.
    private final SplittableRandom random;
    private final ThreadLocal<Outage> outage = ThreadLocal.withInitial(Outage::new);

    /** What befalls one caller, until it asks for something else. */
    private static final class Outage {

        private boolean afterTheFirst;
        private boolean cut;
    }

    /**
     * A bad network.
     *
     * @param rewrite what the engine hears instead of each request
     */
    UnreliableNetwork(SdkHttpClient network, long seed, UnaryOperator<String> rewrite) {
        this.network = network;
        this.random = new SplittableRandom(seed);
        this.rewrite = rewrite;
    }

    /** The caller of this thread asks for something new. */
    void nextCall() {
        Outage mine = outage.get();
        mine.cut = false;
        mine.afterTheFirst = roll(OUTAGE_PER_CENT);
    }

    private synchronized boolean roll(int perCent) {
        return random.nextInt(100) < perCent;
    }

    private synchronized boolean flip() {
        return random.nextBoolean();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = network.prepareRequest(rewritten(request));
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return respond(prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse respond(ExecutableHttpRequest prepared) throws IOException {
        Outage mine = outage.get();
        boolean lost = mine.cut || roll(LOST_PER_CENT);
        if (!lost && mine.afterTheFirst) {
            // Whatever comes next is lost; of this one, request or reply perhaps.
            mine.cut = true;
            lost = flip();
        }
        if (!lost) {
            return prepared.call();
        }
        if (flip()) {
            throw new IOException("The request was lost");
        }
        HttpExecuteResponse reply = prepared.call();
        if (reply.responseBody().isPresent()) {
            try (AbortableInputStream body = reply.responseBody().get()) {
                body.readAllBytes();
            }
        }
        throw new IOException("The reply was lost");
    }

    private HttpExecuteRequest rewritten(HttpExecuteRequest request) {
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        String body = content == null ? null : text(content);
        String other = body == null ? null : rewrite.apply(body);
        if (other == null || other.equals(body)) {
            return request;
        }
        byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
        return HttpExecuteRequest.builder()
                .request(
                        request.httpRequest().toBuilder()
                                .putHeader("Content-Length", Integer.toString(bytes.length))
                                .build())
                .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                .build();
    }

    private static @Nullable String text(ContentStreamProvider content) {
        try {
            return new String(content.newStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
