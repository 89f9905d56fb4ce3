package dev.halftone.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys that one issuer publishes. An unknown key id asks again, at most twice in the
 * minimum interval, so forged tokens cannot make us hammer the provider.
 */
final class ProviderKeys {

    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final Duration REFRESH_WAIT_MAX = Duration.ofSeconds(6);
    private static final Duration ASK_INTERVAL_MIN = Duration.ofSeconds(30);
    private static final Duration OUTAGE_MAX = Duration.ofHours(6);
    private static final int OK = 200;

    private final ProviderHttp http;
    private volatile @Nullable Source source;

    private record Source(URI address, JWKSource<SecurityContext> keys) {}

    ProviderKeys(ProviderHttp http) {
        this.http = http;
    }

    /** The cached keys at {@code address}; an issuer that moves its keys starts a new cache. */
    JWKSource<SecurityContext> at(URI address) {
        Source current = source;
        if (current == null || !current.address().equals(address)) {
            current = new Source(address, build(address));
            source = current;
        }
        return current.keys();
    }

    private JWKSource<SecurityContext> build(URI address) {
        // A frozen function runs no background refresh, hence no refresh-ahead.
        return JWKSourceBuilder.<SecurityContext>create(url(address), this::fetch)
                .cache(FRESH.toMillis(), REFRESH_WAIT_MAX.toMillis())
                .refreshAheadCache(false)
                .rateLimited(ASK_INTERVAL_MIN.toMillis())
                .retrying(false)
                .outageTolerant(OUTAGE_MAX.toMillis())
                .build();
    }

    private Resource fetch(URL url) throws IOException {
        ProviderHttp.Answer answer = http.get(URI.create(url.toString()));
        if (answer instanceof ProviderHttp.Answer.Received received && received.status() == OK) {
            return new Resource(received.body(), "application/json");
        }
        throw new IOException("The key set could not be fetched");
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Only http and https addresses get here", e);
        }
    }
}
