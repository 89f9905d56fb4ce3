package dev.halftone.sandbox.stripe;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings signed events to one webhook on this machine, and again while it does not answer 2xx; see
 * https://docs.stripe.com/webhooks#verify-manually.
 */
final class Courier implements AutoCloseable {

    private static final Set<String> ENABLED =
            Set.of(
                    "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed",
                    "checkout.session.expired",
                    "invoice.paid",
                    "invoice.payment_failed",
                    "customer.subscription.created",
                    "customer.subscription.updated",
                    "customer.subscription.deleted",
                    "charge.refunded",
                    "refund.created",
                    "refund.updated",
                    "refund.failed",
                    "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.closed",
                    "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated");

    private static final String ANSWERED = "answered ";
    private static final String TAKEN = ANSWERED + "2";
    private static final int ATTEMPTS_MAX = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration pause;
    private volatile List<String> secrets;
    private volatile Set<String> enabled = ENABLED;
    private volatile String version = Office.VERSION;
    private volatile URI webhook;
    private volatile Mischief mischief = Mischief.NONE;

    Courier(URI webhook, List<String> secrets, Clock clock, Duration pause) {
        this.webhook = here(webhook);
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
        this.pause = pause;
    }

    void deliverTo(URI other) {
        this.webhook = here(other);
    }

    /** Signs with other secrets than the product was told. */
    void signWith(List<String> others) {
        this.secrets = List.copyOf(others);
    }

    /** Sends nothing of this type from now on. */
    void unsubscribe(String type) {
        Set<String> left = new TreeSet<>(enabled);
        left.remove(type);
        this.enabled = left;
    }

    /** Which version events are said to have; their shape stays. */
    void speak(String other) {
        this.version = other;
    }

    String version() {
        return version;
    }

    /** As https://docs.stripe.com/api/webhook_endpoints/object describes where events go. */
    ObjectNode endpoint() {
        ObjectNode endpoint =
                Json.object(
                        """
                        {"id":"we_sandbox","object":"webhook_endpoint","application":null,
                         "created":1600000000,"description":null,"livemode":false,"metadata":{},
                         "status":"enabled"}
                        """);
        endpoint.put("api_version", version).put("url", webhook.toString());
        ArrayNode types = endpoint.putArray("enabled_events");
        new TreeSet<>(enabled).forEach(types::add);
        return endpoint;
    }

    void behave(Mischief other) {
        this.mischief = other;
    }

    Mischief mischief() {
        return mischief;
    }

    /** Whether nothing is on its way any more. */
    boolean isIdle() {
        return underWay.get() == 0;
    }

    /** What became of bringing an event. */
    String outcome(String event) {
        return outcomes.getOrDefault(event, "");
    }

    /** Whether an event still has to be taken; what an earlier run of the sandbox sent has not. */
    boolean isPending(String event) {
        String outcome = outcome(event);
        return !outcome.isEmpty() && !outcome.startsWith(TAKEN);
    }

    /** Brings the events of one act. */
    void send(List<ObjectNode> events) {
        List<ObjectNode> wanted =
                events.stream()
                        .filter(event -> enabled.contains(Json.text(event, "type")))
                        .toList();
        wanted.forEach(event -> outcomes.put(Json.text(event, "id"), "on its way"));
        Mischief how = mischief;
        if (how.lost()) {
            wanted.forEach(event -> outcomes.put(Json.text(event, "id"), "lost"));
            return;
        }
        List<ObjectNode> order = how.backwards() ? wanted.reversed() : wanted;
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

    String header(byte[] body) {
        long at = clock.instant().getEpochSecond();
        StringBuilder header = new StringBuilder("t=").append(at);
        for (String secret : secrets) {
            header.append(",v1=").append(signature(secret, at, body));
        }
        return header.toString();
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
        byte[] body = Json.bytes(event);
        if (!isAccepted(event, body)) {
            later(
                    () -> {
                        for (int attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
                            Thread.sleep(pause.multipliedBy(1L << (attempt - 1)));
                            if (isAccepted(event, body)) {
                                return;
                            }
                        }
                    });
        }
    }

    private boolean isAccepted(ObjectNode event, byte[] body) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(webhook)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                        .header("Stripe-Signature", header(body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        int status;
        try {
            status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            status = 0;
        }
        outcomes.put(Json.text(event, "id"), status == 0 ? "no answer" : ANSWERED + status);
        return status / 100 == 2;
    }

    private static String signature(String secret, long at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
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
