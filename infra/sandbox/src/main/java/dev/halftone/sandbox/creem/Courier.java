package dev.halftone.sandbox.creem;

import dev.halftone.sandbox.work.Mischief;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings signed events to one webhook on this machine, and four times more while it does not answer
 * 200: after 30 seconds, a minute, five minutes and an hour, and then never (see
 * https://docs.creem.io/code/webhooks).
 */
final class Courier implements AutoCloseable {

    private static final List<Integer> PAUSES = List.of(30, 60, 300, 3600);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String SECRET_PREFIX = "whsec_";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final String secret;
    private final Clock clock;
    private final Duration second;
    private volatile URI webhook;
    private volatile Mischief mischief = Mischief.NONE;
    private volatile boolean timed;

    /**
     * Brings nothing yet.
     *
     * @param second how long a second of the pauses is here
     */
    Courier(URI webhook, String secret, Clock clock, Duration second) {
        this.webhook = here(webhook);
        this.secret = secret;
        this.clock = clock;
        this.second = second;
    }

    void deliverTo(URI other) {
        this.webhook = here(other);
    }

    void behave(Mischief other) {
        this.mischief = other;
    }

    Mischief mischief() {
        return mischief;
    }

    /** Signs with the time, as their library expects it, instead of as is documented. */
    void signTimed(boolean other) {
        this.timed = other;
    }

    /** Whether nothing is on its way any more. */
    boolean isIdle() {
        return underWay.get() == 0;
    }

    /** What became of bringing an event. */
    String outcome(String event) {
        return outcomes.getOrDefault(event, "");
    }

    /** Brings the events of one act. */
    void send(List<ObjectNode> events) {
        Mischief how = mischief;
        if (how.lost()) {
            events.forEach(event -> outcomes.put(Json.text(event, "id"), "lost"));
            return;
        }
        List<ObjectNode> order = how.backwards() ? events.reversed() : events;
        later(
                () -> {
                    Thread.sleep(how.delay());
                    for (ObjectNode event : order) {
                        for (int copy = 0; copy < how.copies(); copy++) {
                            bring(event);
                        }
                    }
                });
    }

    /** Brings one event once more, whatever the mischief. */
    void sendAgain(ObjectNode event) {
        later(() -> bring(event));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }

    @FunctionalInterface
    private interface Errand {
        void run() throws InterruptedException;
    }

    private void later(Errand errand) {
        underWay.incrementAndGet();
        try {
            threads.execute(
                    () -> {
                        try {
                            errand.run();
                        } catch (InterruptedException closing) {
                            Thread.currentThread().interrupt();
                        } finally {
                            underWay.decrementAndGet();
                        }
                    });
        } catch (RejectedExecutionException closed) {
            underWay.decrementAndGet();
        }
    }

    /** The next event does not wait until this one is accepted. */
    private void bring(ObjectNode event) throws InterruptedException {
        if (!isAccepted(event)) {
            later(
                    () -> {
                        for (int pause : PAUSES) {
                            Thread.sleep(second.multipliedBy(pause));
                            if (isAccepted(event)) {
                                return;
                            }
                        }
                    });
        }
    }

    private boolean isAccepted(ObjectNode event) throws InterruptedException {
        String body = Json.write(event.path("body"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(webhook)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers(Json.text(event, "id"), body).forEach(request::header);
        int status;
        try {
            status =
                    client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode();
        } catch (IOException unreachable) {
            status = 0;
        }
        outcomes.put(Json.text(event, "id"), status == 0 ? "no answer" : "answered " + status);
        return status == 200;
    }

    private Map<String, String> headers(String id, String body) {
        if (!timed) {
            byte[] key = secret.getBytes(StandardCharsets.UTF_8);
            return Map.of("creem-signature", HexFormat.of().formatHex(hmac(key, body)));
        }
        String at = Long.toString(clock.instant().getEpochSecond());
        byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^" + SECRET_PREFIX, ""));
        byte[] signature = hmac(key, id + "." + at + "." + body);
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                at,
                "webhook-signature",
                "v1," + Base64.getEncoder().encodeToString(signature));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static URI here(URI webhook) {
        if (!LOOPBACK.contains(String.valueOf(webhook.getHost()))) {
            throw new IllegalArgumentException("Events stay on this machine, not " + webhook);
        }
        return webhook;
    }
}
