package dev.halftone.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider's metadata, fetched lazily and kept for an hour. What was valid once is used on
 * while the provider cannot be asked.
 */
final class Discovery {

    private static final Duration FRESH = Duration.ofHours(1);
    // While an old copy serves, an unwell provider is asked once a minute, not at every sign-in.
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
    private static final Duration STALE_MAX = Duration.ofDays(1);
    private static final int OK = 200;

    private final URI issuer;
    private final ProviderHttp http;
    private final Clock clock;
    private volatile @Nullable Cached cached;

    private record Cached(ProviderMetadata metadata, Instant fetchedAt, Instant askAt) {}

    /** What is known of the provider. */
    sealed interface DiscoveryOutcome {

        record Known(ProviderMetadata metadata) implements DiscoveryOutcome {}

        record Unknown(Outage outage) implements DiscoveryOutcome {}
    }

    Discovery(URI issuer, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    DiscoveryOutcome discover() {
        Instant now = clock.instant();
        Cached known = cached;
        if (known != null && now.isBefore(known.askAt())) {
            return new DiscoveryOutcome.Known(known.metadata());
        }
        DiscoveryOutcome asked = ask();
        return switch (asked) {
            case DiscoveryOutcome.Known fresh -> {
                cached = new Cached(fresh.metadata(), now, now.plus(FRESH));
                yield fresh;
            }
            case DiscoveryOutcome.Unknown unknown -> {
                if (known == null || now.isAfter(known.fetchedAt().plus(STALE_MAX))) {
                    yield unknown;
                }
                cached = new Cached(known.metadata(), known.fetchedAt(), now.plus(ASK_AGAIN));
                yield new DiscoveryOutcome.Known(known.metadata());
            }
        };
    }

    private DiscoveryOutcome ask() {
        if (!(http.get(address()) instanceof ProviderHttp.Answer.Received received)
                || received.status() != OK) {
            return new DiscoveryOutcome.Unknown(Outage.METADATA_UNREACHABLE);
        }
        Optional<ProviderMetadata> metadata = ProviderMetadata.parse(issuer, received.body());
        return metadata.isPresent()
                ? new DiscoveryOutcome.Known(metadata.get())
                : new DiscoveryOutcome.Unknown(Outage.METADATA_INVALID);
    }

    private URI address() {
        String base = issuer.toString();
        String separator = base.endsWith("/") ? "" : "/";
        return URI.create(base + separator + ".well-known/openid-configuration");
    }
}
