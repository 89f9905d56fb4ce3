package dev.halftone.providers.fal;

import dev.halftone.core.TransientFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The public keys with which fal.ai signs its callbacks. Fetched on first use, kept for a day, and
 * fetched once more when no key fits, but not more often than each minute, so that forged callbacks
 * cannot make us ask without end.
 */
final class FalWebhookKeys {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final Duration REFETCH_INTERVAL = Duration.ofMinutes(1);
    private static final long KEY_SET_BYTES_MAX = 64 * 1024;
    private static final int KEYS_MAX = 20;
    // What precedes the 32 bytes of an Ed25519 key in its X.509 form. (RFC 8410, section 4.)
    private static final String X509_PREFIX = "302a300506032b6570032100";
    private static final int KEY_BYTES = 32;

    private final URI address;
    private final Clock clock;
    private final HttpClient client;
    private @Nullable Fetched fetched;
    private Instant attemptedAt = Instant.EPOCH;

    private record Fetched(List<PublicKey> keys, Instant at) {}

    FalWebhookKeys(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
    }

    /**
     * The keys, at most a day old.
     *
     * @throws TransientFailure if there are none and fal.ai gives none
     */
    synchronized List<PublicKey> keys() {
        Fetched known = fetched;
        if (known != null && age(known).compareTo(FalProtocol.KEYS_AGE_MAX) < 0) {
            return known.keys();
        }
        return fetch();
    }

    /** Fresh keys after none of the known ones fitted, or empty if it is too early to ask. */
    synchronized Optional<List<PublicKey>> refetched() {
        return clock.instant().isBefore(attemptedAt.plus(REFETCH_INTERVAL))
                ? Optional.empty()
                : Optional.of(fetch());
    }

    private Duration age(Fetched known) {
        return Duration.between(known.at(), clock.instant());
    }

    private List<PublicKey> fetch() {
        attemptedAt = clock.instant();
        List<PublicKey> keys = read(FalAnswer.read(download()).path("keys"));
        if (keys.isEmpty()) {
            throw new TransientFailure(FalProtocol.NAME, "no usable webhook key");
        }
        fetched = new Fetched(keys, clock.instant());
        return keys;
    }

    private byte[] download() {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(
                        HttpRequest.newBuilder(address).GET().build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), KEY_SET_BYTES_MAX));
        try {
            HttpResponse<byte[]> response = pending.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new TransientFailure(
                        FalProtocol.NAME, "webhook keys answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException | ExecutionException e) {
            pending.cancel(true);
            throw new TransientFailure(FalProtocol.NAME, "webhook keys not reached", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransientFailure(FalProtocol.NAME, "interrupted", e);
        }
    }

    private static List<PublicKey> read(JsonNode set) {
        List<PublicKey> keys = new ArrayList<>();
        for (JsonNode entry : set) {
            if (keys.size() < KEYS_MAX
                    && FalAnswer.text(entry, "kty").filter("OKP"::equals).isPresent()
                    && FalAnswer.text(entry, "crv").filter("Ed25519"::equals).isPresent()) {
                FalAnswer.text(entry, "x").flatMap(FalWebhookKeys::key).ifPresent(keys::add);
            }
        }
        return List.copyOf(keys);
    }

    private static Optional<PublicKey> key(String x) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(x);
            if (raw.length != KEY_BYTES) {
                return Optional.empty();
            }
            byte[] encoded = HexFormat.of().parseHex(X509_PREFIX + HexFormat.of().formatHex(raw));
            return Optional.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
