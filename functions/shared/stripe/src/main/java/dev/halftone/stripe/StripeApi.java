package dev.halftone.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.service.V1Services;
import dev.halftone.core.DependencyFailure;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls of Stripe with every limit spelled out, and its failures in our words. */
final class StripeApi {

    /** How failures and references name it. */
    static final String NAME = "stripe";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    // Three tries of one call end before the gateway gives up on whoever waits for them.
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(7);
    private static final int RETRIES_MAX = 2;
    private static final String MISSING = "resource_missing";
    // https://docs.stripe.com/error-handling and https://docs.stripe.com/rate-limits
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final StripeSetting setting;
    private volatile @Nullable Keyed current;

    StripeApi(StripeSetting setting) {
        this.setting = setting;
    }

    /** One call; what it throws is translated. */
    @FunctionalInterface
    interface Call<T> {
        T of(V1Services stripe) throws StripeException;
    }

    private record Keyed(String key, StripeClient client) {
        @Override
        public String toString() {
            return "Keyed[[REDACTED]]";
        }
    }

    /** Whether calls with our key move money; see https://docs.stripe.com/keys. */
    boolean isLive() {
        String key = setting.key().get().reveal();
        return key.startsWith("sk_live_") || key.startsWith("rk_live_");
    }

    <T> T call(Call<T> call) {
        try {
            return call.of(client().v1());
        } catch (StripeException failed) {
            throw translated(failed);
        }
    }

    /** Empty if there is no such thing. */
    <T> Optional<T> find(Call<T> call) {
        try {
            return Optional.of(call.of(client().v1()));
        } catch (StripeException failed) {
            if (MISSING.equals(failed.getCode())) {
                return Optional.empty();
            }
            throw translated(failed);
        }
    }

    /** A key that was replaced makes another client. */
    private StripeClient client() {
        String key = setting.key().get().reveal();
        Keyed known = current;
        if (known == null || !known.key().equals(key)) {
            known = new Keyed(key, make(key, setting.baseUrl()));
            current = known;
        }
        return known.client();
    }

    private static StripeClient make(String key, URI baseUrl) {
        // How long earlier calls took is nobody else's business.
        Stripe.enableTelemetry = false;
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(baseUrl.toString())
                .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                .setReadTimeout((int) READ_TIMEOUT.toMillis())
                .setMaxNetworkRetries(RETRIES_MAX)
                .build();
    }

    /** Its message stays behind: it may repeat what we sent. */
    private static DependencyFailure translated(StripeException failed) {
        Integer status = failed.getStatusCode();
        String message =
                "answered %s %s %s, request %s"
                        .formatted(
                                status,
                                failed.getClass().getSimpleName(),
                                failed.getCode(),
                                failed.getRequestId());
        boolean passes =
                failed instanceof ApiConnectionException
                        || status == null
                        || status == CONFLICT
                        || status == TOO_MANY
                        || status >= BROKEN;
        return passes ? new TransientFailure(NAME, message) : new PermanentFailure(NAME, message);
    }
}
