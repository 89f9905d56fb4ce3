package dev.halftone.identity;

import dev.halftone.core.Digest;
import dev.halftone.core.Entropy;
import dev.halftone.core.SigningKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with one OpenID Connect provider: authorization code flow with PKCE, state and nonce.
 *
 * <p>Guarantees: a person comes out only of a flow that the same browser started less than ten
 * minutes ago, with this provider, for this redirect address; and only from a token that this
 * provider signed for this client and this flow.
 */
public final class CodeFlow {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration CALL_MAX = Duration.ofSeconds(5);
    // {"alg":"HS256"} . {}
    private static final String REFUSED_TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.AA";
    private static final int NONCE_BYTES = 32;
    private static final int CODE_CHARACTERS_MAX = 2048;
    private static final Set<String> OUTAGE_ERRORS =
            Set.of("server_error", "temporarily_unavailable");

    private final ClientRegistration registration;
    private final IssuerProfile profile;
    private final FlowCookies flowCookies;
    private final Discovery discovery;
    private final TokenEndpoint tokenEndpoint;
    private final IdTokenVerifier verifier;
    private final Entropy entropy;
    private final Clock clock;

    public CodeFlow(
            ClientRegistration registration,
            Supplier<SigningKey> signingKey,
            String cookiePrefix,
            Entropy entropy,
            Clock clock) {
        this(registration, signingKey, cookiePrefix, entropy, clock, CALL_MAX);
    }

    CodeFlow(
            ClientRegistration registration,
            Supplier<SigningKey> signingKey,
            String cookiePrefix,
            Entropy entropy,
            Clock clock,
            Duration callMax) {
        ProviderHttp http = new ProviderHttp(callMax);
        this.registration = registration;
        this.profile = IssuerProfile.of(registration.issuer());
        this.flowCookies = new FlowCookies(cookiePrefix, signingKey, entropy);
        this.discovery = new Discovery(registration.issuer(), http, clock);
        this.tokenEndpoint = new TokenEndpoint(http, registration);
        this.verifier =
                new IdTokenVerifier(
                        new ProviderKeys(http), profile, registration.clientId(), clock);
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * Reads a token of another algorithm: refused before a key is fetched, its reader then warm.
     */
    public void prime() {
        verifier.verify(REFUSED_TOKEN, "", registration.issuer());
    }

    /**
     * Begins a flow.
     *
     * @param returnTo what the browser asked for; anything but a local path becomes home
     * @param cookies what the browser presented
     */
    public StartOutcome start(
            @Nullable String returnTo, URI redirectUri, Map<String, String> cookies) {
        return switch (discovery.discover()) {
            case Discovery.DiscoveryOutcome.Unknown unknown ->
                    new StartOutcome.ProviderUnavailable(unknown.outage());
            case Discovery.DiscoveryOutcome.Known known ->
                    redirect(known.metadata(), returnTo, redirectUri, cookies);
        };
    }

    /** Ends a flow, whatever the provider sent the browser back with. */
    public CallbackOutcome finish(
            AuthorizationResponse response, URI redirectUri, Map<String, String> cookies) {
        Optional<String> name = cookieName(response);
        if (name.isEmpty() || response.state() == null) {
            return new CallbackOutcome.Rejected(Rejection.STATE_MALFORMED);
        }
        String value = cookies.get(name.get());
        if (value == null) {
            return new CallbackOutcome.Expired();
        }
        Optional<Flow> flow = flowCookies.open(name.get(), value);
        if (flow.isEmpty()) {
            return new CallbackOutcome.Rejected(Rejection.FLOW_UNREADABLE);
        }
        if (!clock.instant().isBefore(flow.get().expiresAt())) {
            return new CallbackOutcome.Expired();
        }
        return mismatch(flow.get(), response, response.state(), redirectUri)
                .<CallbackOutcome>map(CallbackOutcome.Rejected::new)
                .orElseGet(() -> answer(flow.get(), response));
    }

    /** The cookie that the flow of {@code response} used; to be cleared however it ended. */
    public Optional<String> cookieName(AuthorizationResponse response) {
        return Optional.ofNullable(response.state()).flatMap(flowCookies::name);
    }

    private StartOutcome redirect(
            ProviderMetadata metadata,
            @Nullable String returnTo,
            URI redirectUri,
            Map<String, String> cookies) {
        String state = flowCookies.freshState();
        String name = flowCookies.name(state).orElseThrow();
        Flow flow = newFlow(state, ReturnPath.orHome(returnTo), redirectUri);
        return new StartOutcome.Redirect(
                authorization(metadata, flow, state),
                new FlowCookie(name, flowCookies.seal(name, flow), LIFE),
                flowCookies.superseded(cookies));
    }

    private Flow newFlow(String state, ReturnPath returnTo, URI redirectUri) {
        return new Flow(
                registration.provider(),
                Digest.sha256Hex(state),
                entropy.text(NONCE_BYTES),
                Pkce.fresh(entropy),
                returnTo,
                redirectUri,
                clock.instant().plus(LIFE));
    }

    private URI authorization(ProviderMetadata metadata, Flow flow, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", registration.clientId());
        query.put("redirect_uri", flow.redirectUri().toString());
        query.put("scope", "openid email profile");
        query.put("state", state);
        query.put("nonce", flow.nonce());
        query.put("code_challenge", flow.pkce().challenge());
        query.put("code_challenge_method", "S256");
        // After signing out on a shared machine, one click must not sign the last person in again.
        query.put("prompt", "select_account");
        URI endpoint = metadata.authorizationEndpoint();
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + ProviderHttp.encode(query));
    }

    private Optional<Rejection> mismatch(
            Flow flow, AuthorizationResponse response, String state, URI redirectUri) {
        if (!flow.provider().equals(registration.provider())) {
            return Optional.of(Rejection.FLOW_OF_ANOTHER_PROVIDER);
        }
        if (!ClaimRules.sameText(flow.stateHash(), Digest.sha256Hex(state))) {
            return Optional.of(Rejection.STATE_MISMATCH);
        }
        if (!flow.redirectUri().equals(redirectUri)) {
            return Optional.of(Rejection.REDIRECT_URI_CHANGED);
        }
        if (response.issuer() != null && !profile.spellings().contains(response.issuer())) {
            return Optional.of(Rejection.RESPONSE_OF_ANOTHER_ISSUER);
        }
        return Optional.empty();
    }

    private CallbackOutcome answer(Flow flow, AuthorizationResponse response) {
        if (response.error() != null) {
            return failure(response.error());
        }
        String code = response.code();
        if (code == null || code.isBlank() || code.length() > CODE_CHARACTERS_MAX) {
            return new CallbackOutcome.Rejected(Rejection.CODE_MISSING);
        }
        return switch (discovery.discover()) {
            case Discovery.DiscoveryOutcome.Known known -> exchange(known.metadata(), flow, code);
            case Discovery.DiscoveryOutcome.Unknown unknown ->
                    new CallbackOutcome.ProviderUnavailable(unknown.outage());
        };
    }

    private static CallbackOutcome failure(String error) {
        if (error.equals("access_denied")) {
            return new CallbackOutcome.Denied();
        }
        return OUTAGE_ERRORS.contains(error)
                ? new CallbackOutcome.ProviderUnavailable(Outage.PROVIDER_SAID_SO)
                : new CallbackOutcome.Rejected(Rejection.PROVIDER_ERROR);
    }

    private CallbackOutcome exchange(ProviderMetadata metadata, Flow flow, String code) {
        return switch (tokenEndpoint.exchange(metadata.tokenEndpoint(), code, flow)) {
            case TokenEndpoint.ExchangeOutcome.Exchanged exchanged ->
                    verify(metadata, flow, exchanged.idToken());
            case TokenEndpoint.ExchangeOutcome.Refused refused ->
                    new CallbackOutcome.Rejected(refused.reason());
            case TokenEndpoint.ExchangeOutcome.Unavailable unavailable ->
                    new CallbackOutcome.ProviderUnavailable(unavailable.outage());
        };
    }

    private CallbackOutcome verify(ProviderMetadata metadata, Flow flow, String idToken) {
        return switch (verifier.verify(idToken, flow.nonce(), metadata.jwksUri())) {
            case VerifyOutcome.Genuine genuine ->
                    new CallbackOutcome.Verified(genuine.person(), flow.returnTo());
            case VerifyOutcome.Refused refused -> new CallbackOutcome.Rejected(refused.reason());
            case VerifyOutcome.KeysUnavailable _ ->
                    new CallbackOutcome.ProviderUnavailable(Outage.KEYS_UNREACHABLE);
        };
    }
}
