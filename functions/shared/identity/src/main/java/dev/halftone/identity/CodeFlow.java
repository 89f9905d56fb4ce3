package dev.halftone.identity;

import dev.halftone.core.Digest;
import dev.halftone.core.profile.SignInWay;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proving who somebody is with one provider: authorization code flow with PKCE and state, and a
 * nonce where the provider has one.
 *
 * <p>Guarantees: a person comes out only of a flow that the same browser started less than ten
 * minutes ago, with this provider, for this redirect address; what is done to somebody signed in
 * also only of a flow that the same session started; and only on the word of this provider, to this
 * client, in this flow.
 */
public final class CodeFlow {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration CALL_MAX = Duration.ofSeconds(5);
    private static final int NONCE_BYTES = 32;
    private static final int CODE_CHARACTERS_MAX = 2048;
    private static final Set<String> OUTAGE_ERRORS =
            Set.of("server_error", "temporarily_unavailable");

    private final ClientRegistration registration;
    private final CodeProvider provider;
    private final FlowCookies flowCookies;
    private final FlowSeal seal;
    private final Clock clock;

    private CodeFlow(ClientRegistration registration, CodeProvider provider, FlowSeal seal) {
        this.registration = registration;
        this.provider = provider;
        this.flowCookies = new FlowCookies(seal.cookiePrefix(), seal.signingKey(), seal.entropy());
        this.seal = seal;
        this.clock = seal.clock();
    }

    /** For one of the ways that lead through a redirect. */
    public static CodeFlow of(SignInWay.Kind kind, ClientRegistration registration, FlowSeal seal) {
        return of(kind, registration, seal, CALL_MAX);
    }

    static CodeFlow of(
            SignInWay.Kind kind, ClientRegistration registration, FlowSeal seal, Duration callMax) {
        return switch (kind) {
            case GOOGLE, OIDC ->
                    new CodeFlow(
                            registration,
                            new OpenIdProvider(registration, seal.clock(), callMax),
                            seal);
            case GITHUB ->
                    new CodeFlow(registration, new GitHubProvider(registration, callMax), seal);
            case CLERK, FIREBASE ->
                    throw new IllegalArgumentException("This way leads through no redirect");
        };
    }

    /** Reads something that is refused before anybody is asked, its reader then warm. */
    public void prime() {
        provider.prime();
    }

    /**
     * Begins a flow.
     *
     * @param cookies what the browser presented
     */
    public StartOutcome start(FlowWish wish, URI redirectUri, Map<String, String> cookies) {
        String state = flowCookies.freshState();
        String name = flowCookies.name(state).orElseThrow();
        Flow flow = newFlow(state, wish, redirectUri);
        return switch (provider.leave(flow, state)) {
            case CodeProvider.LeaveOutcome.Unknown unknown ->
                    new StartOutcome.ProviderUnavailable(unknown.outage());
            case CodeProvider.LeaveOutcome.For leaving ->
                    new StartOutcome.Redirect(
                            leaving.address(),
                            new FlowCookie(name, flowCookies.seal(name, flow), LIFE),
                            flowCookies.superseded(cookies));
        };
    }

    /**
     * Ends a flow, whatever the provider sent the browser back with.
     *
     * @param session of who comes back, if anybody is signed in
     */
    public CallbackOutcome finish(
            AuthorizationResponse response,
            URI redirectUri,
            @Nullable String session,
            Map<String, String> cookies) {
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
        if (!flow.get().isOf(session)) {
            return new CallbackOutcome.Rejected(Rejection.FLOW_OF_ANOTHER_SESSION);
        }
        return mismatch(flow.get(), response, response.state(), redirectUri)
                .<CallbackOutcome>map(CallbackOutcome.Rejected::new)
                .orElseGet(() -> answer(flow.get(), response));
    }

    /** The cookie that the flow of {@code response} used; to be cleared however it ended. */
    public Optional<String> cookieName(AuthorizationResponse response) {
        return Optional.ofNullable(response.state()).flatMap(flowCookies::name);
    }

    private Flow newFlow(String state, FlowWish wish, URI redirectUri) {
        return new Flow(
                registration.provider(),
                wish.purpose(),
                wish.session(),
                Digest.sha256Hex(state),
                seal.entropy().text(NONCE_BYTES),
                Pkce.fresh(seal.entropy()),
                ReturnPath.orHome(wish.returnTo()),
                redirectUri,
                clock.instant().plus(LIFE));
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
        if (response.issuer() != null && !provider.isCalled(response.issuer())) {
            return Optional.of(Rejection.RESPONSE_OF_ANOTHER_ISSUER);
        }
        return Optional.empty();
    }

    private CallbackOutcome answer(Flow flow, AuthorizationResponse response) {
        if (response.error() != null) {
            return failure(response.error());
        }
        String code = response.code();
        return code == null || code.isBlank() || code.length() > CODE_CHARACTERS_MAX
                ? new CallbackOutcome.Rejected(Rejection.CODE_MISSING)
                : provider.redeem(flow, code);
    }

    private static CallbackOutcome failure(String error) {
        if (error.equals("access_denied")) {
            return new CallbackOutcome.Denied();
        }
        return OUTAGE_ERRORS.contains(error)
                ? new CallbackOutcome.ProviderUnavailable(Outage.PROVIDER_SAID_SO)
                : new CallbackOutcome.Rejected(Rejection.PROVIDER_ERROR);
    }
}
