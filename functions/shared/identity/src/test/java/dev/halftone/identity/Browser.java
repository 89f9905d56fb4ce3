package dev.halftone.identity;

import dev.halftone.core.SecretText;
import dev.halftone.core.profile.SignInWay;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser that signs in with one flow; keeps cookies as a browser does. */
final class Browser {

    static final URI REDIRECT_URI =
            URI.create("https://studio.example.org/v1/auth/google/callback");
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofMillis(1500);

    final Map<String, String> cookies = new HashMap<>();
    final CodeFlow flow;
    private final StubIssuer issuer;

    Browser(StubIssuer issuer, CodeFlow flow) {
        this.issuer = issuer;
        this.flow = flow;
    }

    static Browser with(StubIssuer issuer, MutableClock clock) {
        return new Browser(issuer, flow("google", issuer, clock));
    }

    static Browser impatient(StubIssuer issuer, MutableClock clock) {
        return new Browser(
                issuer, flow("google", issuer, clock, StubIssuer.CLIENT_SECRET, IMPATIENT));
    }

    static CodeFlow flow(String provider, StubIssuer issuer, MutableClock clock) {
        return flow(provider, issuer, clock, StubIssuer.CLIENT_SECRET, PATIENT);
    }

    static CodeFlow misconfigured(StubIssuer issuer, MutableClock clock) {
        return flow("google", issuer, clock, "yesterday's secret", PATIENT);
    }

    static Browser at(SignInWay.Kind kind, StubIssuer issuer, MutableClock clock) {
        return new Browser(
                issuer,
                CodeFlow.of(
                        kind,
                        client(kind.name(), issuer, StubIssuer.CLIENT_SECRET),
                        seal(5, clock)));
    }

    private static CodeFlow flow(
            String provider,
            StubIssuer issuer,
            MutableClock clock,
            String clientSecret,
            Duration callMax) {
        return CodeFlow.of(
                SignInWay.Kind.GOOGLE,
                client(provider, issuer, clientSecret),
                seal(provider.hashCode(), clock),
                callMax);
    }

    static ClientRegistration client(String provider, StubIssuer issuer, String clientSecret) {
        return new ClientRegistration(
                provider,
                issuer.issuer(),
                StubIssuer.CLIENT_ID,
                () -> new SecretText(clientSecret));
    }

    static FlowSeal seal(int seed, MutableClock clock) {
        return new FlowSeal(Samples::signingKey, "__Host-", new SeededEntropy(seed), clock);
    }

    StartOutcome.Redirect start(@Nullable String returnTo) {
        StartOutcome outcome = flow.start(FlowWish.signIn(returnTo), REDIRECT_URI, cookies);
        if (!(outcome instanceof StartOutcome.Redirect redirect)) {
            throw new AssertionError("The flow did not start: " + outcome);
        }
        redirect.superseded().forEach(cookies::remove);
        cookies.put(redirect.cookie().name(), redirect.cookie().value());
        return redirect;
    }

    /** Leaves, consents, and is about to come back with these parameters. */
    Map<String, String> leave() {
        return new HashMap<>(issuer.approve(start("/").location()));
    }

    /** Comes back with a code of a provider that the issuer does not play. */
    CallbackOutcome comeBackUnasked() {
        String query = start("/").location().getRawQuery();
        String state = StubIssuer.parameters(query).getOrDefault("state", "");
        return comeBack(Map.of("state", state, "code", "code-1"));
    }

    CallbackOutcome comeBackFrom(StartOutcome.Redirect redirect) {
        cookies.put(redirect.cookie().name(), redirect.cookie().value());
        return comeBack(issuer.approve(redirect.location()));
    }

    CallbackOutcome comeBack(Map<String, String> query) {
        return flow.finish(AuthorizationResponse.of(query), REDIRECT_URI, null, cookies);
    }

    CallbackOutcome signIn() {
        return comeBack(leave());
    }
}
