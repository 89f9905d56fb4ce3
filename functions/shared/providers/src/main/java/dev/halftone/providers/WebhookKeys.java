package dev.halftone.providers;

import dev.halftone.core.TransientFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The public keys with which a provider signs its callbacks. Fetched on first use, kept for a day,
 * and fetched once more when no key fits, but not more often than each minute, so that forged
 * callbacks cannot make us ask without end.
 */
public final class WebhookKeys {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final Duration KEYS_AGE_MAX = Duration.ofHours(24);
    private static final Duration REFETCH_INTERVAL = Duration.ofMinutes(1);
    private static final long KEY_SET_BYTES_MAX = 64 * 1024;
    private static final int KEYS_MAX = 20;
    // What precedes the 32 bytes of an Ed25519 key in its X.509 form. (RFC 8410, section 4.)
    private static final String X509_PREFIX = "302a300506032b6570032100";
    private static final int KEY_BYTES = 32;

    private final String provider;
    private final URI address;
    private final Function<JsonNode, List<String>> reading;
    private final Clock clock;
    private final HttpClient client;
    private @Nullable Fetched fetched;
    private Instant attemptedAt = Instant.EPOCH;

    private record Fetched(List<PublicKey> keys, Instant at) {}

    /**
     * Nothing is fetched before the first callback.
     *
     * @param provider its name, for failures
     * @param reading finds the keys in what the address answers, each of 32 bytes in Base64
     */
    public WebhookKeys(
            String provider, URI address, Function<JsonNode, List<String>> reading, Clock clock) {
        this.provider = provider;
        this.address = address;
        this.reading = reading;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
    }

    /**
     * Whether any key fits, a fresh one if need be.
     *
     * @throws TransientFailure if there are no keys and the provider gives none
     */
    public boolean isSigned(byte[] message, byte[] signature) {
        return fitsAny(keys(), message, signature)
                || refetched().filter(fresh -> fitsAny(fresh, message, signature)).isPresent();
    }

    private static boolean fitsAny(List<PublicKey> keys, byte[] message, byte[] signature) {
        return keys.stream().anyMatch(key -> fits(key, message, signature));
    }

    private static boolean fits(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            // Some 64 bytes are no point of the curve, and so no signature.
            return false;
        }
    }

    /**
     * The keys, at most a day old.
     *
     * @throws TransientFailure if there are none and the provider gives none
     */
    private synchronized List<PublicKey> keys() {
        Fetched known = fetched;
        if (known != null && age(known).compareTo(KEYS_AGE_MAX) < 0) {
            return known.keys();
        }
        return fetch();
    }

    /** Fresh keys after none of the known ones fitted, or empty if it is too early to ask. */
    private synchronized Optional<List<PublicKey>> refetched() {
        return clock.instant().isBefore(attemptedAt.plus(REFETCH_INTERVAL))
                ? Optional.empty()
                : Optional.of(fetch());
    }

    private Duration age(Fetched known) {
        return Duration.between(known.at(), clock.instant());
    }

    private List<PublicKey> fetch() {
        attemptedAt = clock.instant();
        List<PublicKey> keys =
                reading.apply(ProviderAnswer.read(download())).stream()
                        .limit(KEYS_MAX)
                        .flatMap(text -> key(text).stream())
                        .toList();
        if (keys.isEmpty()) {
            throw new TransientFailure(provider, "no usable webhook key");
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
                        provider, "webhook keys answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException | ExecutionException e) {
            pending.cancel(true);
            throw new TransientFailure(provider, "webhook keys not reached", e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransientFailure(provider, "interrupted", e);
        }
    }

    private static Optional<PublicKey> key(String text) {
        try {
            // Some use the alphabet for addresses, others the plain one.
            byte[] raw = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
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
