package dev.halftone.identity;

import dev.halftone.core.Digest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Google's own prompt, drawn by its script in our page: a token comes without a redirect. It counts
 * only if it repeats the nonce that this browser's own cookie holds.
 */
public final class OneTap {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration CALL_MAX = Duration.ofSeconds(5);
    private static final int NONCE_BYTES = 32;
    private static final String NAME = "gis_nonce";
    private static final URI NO_REDIRECT = URI.create("about:blank");

    private final ClientRegistration registration;
    private final FlowSeal seal;
    private final FlowCookies cookies;
    private final OpenIdProvider provider;

    /** What the page's script is to be told, and the cookie that remembers it. */
    public record Prompt(String nonce, FlowCookie cookie) {}

    public OneTap(ClientRegistration registration, FlowSeal seal) {
        this.registration = registration;
        this.seal = seal;
        this.cookies = new FlowCookies(seal.cookiePrefix(), seal.signingKey(), seal.entropy());
        this.provider = new OpenIdProvider(registration, seal.clock(), CALL_MAX);
    }

    /** The cookie's name; to be cleared however the prompt ended. */
    public String cookieName() {
        return seal.cookiePrefix() + NAME;
    }

    public Prompt prompt(FlowWish wish) {
        String nonce = seal.entropy().text(NONCE_BYTES);
        Flow flow =
                new Flow(
                        registration.provider(),
                        wish.purpose(),
                        wish.session(),
                        Digest.sha256Hex(nonce),
                        nonce,
                        Pkce.fresh(seal.entropy()),
                        ReturnPath.orHome(wish.returnTo()),
                        NO_REDIRECT,
                        seal.clock().instant().plus(LIFE));
        return new Prompt(
                nonce, new FlowCookie(cookieName(), cookies.seal(cookieName(), flow), LIFE));
    }

    /**
     * Whom the credential proves, if anybody.
     *
     * @param session of whom, unless it is to sign in
     */
    public CallbackOutcome finish(
            String credential, @Nullable String session, Map<String, String> presented) {
        String value = presented.get(cookieName());
        if (value == null) {
            return new CallbackOutcome.Expired();
        }
        Optional<Flow> flow = cookies.open(cookieName(), value);
        if (flow.isEmpty() || !flow.get().provider().equals(registration.provider())) {
            return new CallbackOutcome.Rejected(Rejection.FLOW_UNREADABLE);
        }
        if (!seal.clock().instant().isBefore(flow.get().expiresAt())) {
            return new CallbackOutcome.Expired();
        }
        return flow.get().isOf(session)
                ? provider.believe(flow.get(), credential)
                : new CallbackOutcome.Rejected(Rejection.FLOW_OF_ANOTHER_SESSION);
    }
}
