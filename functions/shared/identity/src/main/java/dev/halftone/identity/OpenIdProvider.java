package dev.halftone.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A provider of OpenID Connect that describes itself. */
final class OpenIdProvider implements CodeProvider {

    // {"alg":"HS256"} . {}
    private static final String REFUSED_TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.AA";

    private final ClientRegistration registration;
    private final IssuerProfile profile;
    private final Discovery discovery;
    private final TokenEndpoint tokenEndpoint;
    private final IdTokenVerifier verifier;

    OpenIdProvider(ClientRegistration registration, Clock clock, Duration callMax) {
        ProviderHttp http = new ProviderHttp(callMax);
        this.registration = registration;
        this.profile = IssuerProfile.openId(registration.issuer(), registration.clientId());
        this.discovery = new Discovery(registration.issuer(), http, clock);
        this.tokenEndpoint = new TokenEndpoint(http, registration);
        this.verifier = new IdTokenVerifier(new ProviderKeys(http), profile, clock);
    }

    @Override
    public void prime() {
        verifier.verify(REFUSED_TOKEN, new TokenUse("", Purpose.SIGN_IN), registration.issuer());
    }

    @Override
    public boolean isCalled(String issuer) {
        return profile.spellings().contains(issuer);
    }

    @Override
    public LeaveOutcome leave(Flow flow, String state) {
        return switch (discovery.discover()) {
            case Discovery.DiscoveryOutcome.Unknown unknown ->
                    new LeaveOutcome.Unknown(unknown.outage());
            case Discovery.DiscoveryOutcome.Known known ->
                    new LeaveOutcome.For(address(known.metadata(), flow, state));
        };
    }

    @Override
    public CallbackOutcome redeem(Flow flow, String code) {
        return switch (discovery.discover()) {
            case Discovery.DiscoveryOutcome.Known known -> exchange(known.metadata(), flow, code);
            case Discovery.DiscoveryOutcome.Unknown unknown ->
                    new CallbackOutcome.ProviderUnavailable(unknown.outage());
        };
    }

    /** Whom a token proves that came without a code. */
    CallbackOutcome believe(Flow flow, String idToken) {
        return switch (discovery.discover()) {
            case Discovery.DiscoveryOutcome.Known known -> verify(known.metadata(), flow, idToken);
            case Discovery.DiscoveryOutcome.Unknown unknown ->
                    new CallbackOutcome.ProviderUnavailable(unknown.outage());
        };
    }

    private URI address(ProviderMetadata metadata, Flow flow, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", registration.clientId());
        query.put("redirect_uri", flow.redirectUri().toString());
        query.put("scope", "openid email profile");
        query.put("state", state);
        query.put("nonce", flow.nonce());
        query.put("code_challenge", flow.pkce().challenge());
        query.put("code_challenge_method", "S256");
        if (flow.purpose() == Purpose.CONFIRM && IssuerProfile.signsInAnew(registration.issuer())) {
            query.put("prompt", "login");
            query.put("max_age", "0");
        } else {
            // After signing out on a shared machine, one click must not sign the last person in
            // again. Google knows no stronger word.
            query.put("prompt", "select_account");
        }
        return ProviderHttp.withQuery(metadata.authorizationEndpoint(), query);
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
        TokenUse use = new TokenUse(flow.nonce(), flow.purpose());
        return switch (verifier.verify(idToken, use, metadata.jwksUri())) {
            case VerifyOutcome.Genuine genuine ->
                    new CallbackOutcome.Verified(genuine.person(), flow.purpose(), flow.returnTo());
            case VerifyOutcome.Refused refused -> new CallbackOutcome.Rejected(refused.reason());
            case VerifyOutcome.KeysUnavailable _ ->
                    new CallbackOutcome.ProviderUnavailable(Outage.KEYS_UNREACHABLE);
        };
    }
}
