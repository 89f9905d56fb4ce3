package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.identity.StubIssuer.Endpoint;
import dev.halftone.identity.StubIssuer.Fault;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Goal: an unwell provider is told apart from a bad attempt, and never holds a function. */
final class ProviderOutageTest {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final StubIssuer issuer = StubIssuer.start(clock);
    private final Browser browser = Browser.with(issuer, clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    static List<Fault> faults() {
        return List.of(
                Fault.status(500),
                Fault.status(503),
                Fault.status(429),
                Fault.status(404),
                Fault.body(200, "<html>maintenance</html>"),
                Fault.body(200, "{\"padding\":\"" + "p".repeat(64 * 1024) + "\"}"),
                Fault.redirect(URI.create("http://127.0.0.1:9/elsewhere")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void cannotStartWithoutMetadata(Fault fault) {
        issuer.fault(Endpoint.DISCOVERY, fault);

        assertThat(browser.flow.start(FlowWish.signIn("/"), Browser.REDIRECT_URI, Map.of()))
                .isInstanceOf(StartOutcome.ProviderUnavailable.class);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void cannotFinishWithoutTheTokenEndpoint(Fault fault) {
        issuer.fault(Endpoint.TOKEN, fault);

        assertThat(browser.signIn()).isInstanceOf(CallbackOutcome.ProviderUnavailable.class);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void cannotFinishWithoutKeys(Fault fault) {
        issuer.fault(Endpoint.KEYS, fault);

        assertThat(browser.signIn())
                .isEqualTo(new CallbackOutcome.ProviderUnavailable(Outage.KEYS_UNREACHABLE));
    }

    /** That it returns at all is the proof: the body lasts a day. */
    @ParameterizedTest
    @EnumSource(names = {"DISCOVERY", "TOKEN", "KEYS"})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void waitsForNoEndlessBody(Endpoint endpoint) {
        Browser impatient = Browser.impatient(issuer, clock);
        issuer.fault(endpoint, Fault.slowBody(Duration.ofDays(1)));

        StartOutcome started =
                impatient.flow.start(FlowWish.signIn("/"), Browser.REDIRECT_URI, Map.of());
        CallbackOutcome finished =
                started instanceof StartOutcome.Redirect redirect
                        ? impatient.comeBackFrom(redirect)
                        : new CallbackOutcome.ProviderUnavailable(Outage.METADATA_UNREACHABLE);

        assertThat(finished).isInstanceOf(CallbackOutcome.ProviderUnavailable.class);
    }

    @Test
    void cannotStartWhileTheProviderIsGone() {
        issuer.close();

        assertThat(browser.flow.start(FlowWish.signIn("/"), Browser.REDIRECT_URI, Map.of()))
                .isEqualTo(new StartOutcome.ProviderUnavailable(Outage.METADATA_UNREACHABLE));
    }

    @Test
    void doesNotUseTheMetadataOfAnotherIssuer() {
        issuer.metadata(document -> with(document, "issuer", "https://accounts.example.org"));

        assertThat(browser.flow.start(FlowWish.signIn("/"), Browser.REDIRECT_URI, Map.of()))
                .isEqualTo(new StartOutcome.ProviderUnavailable(Outage.METADATA_INVALID));
    }

    @Test
    void rejectsATokenAnswerWithoutAnIdentityToken() {
        issuer.fault(Endpoint.TOKEN, Fault.body(200, "{\"access_token\":\"a\"}"));

        assertThat(browser.signIn())
                .isEqualTo(new CallbackOutcome.Rejected(Rejection.TOKEN_MISSING));
    }

    @Test
    void asksForMetadataOnceAnHour() {
        browser.start("/");
        clock.advance(Duration.ofMinutes(59));
        browser.start("/");
        assertThat(issuer.requests(Endpoint.DISCOVERY)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        browser.start("/");

        assertThat(issuer.requests(Endpoint.DISCOVERY)).isEqualTo(2);
    }

    @Test
    void usesKnownMetadataForADayWhileTheProviderCannotBeAsked() {
        browser.start("/");
        issuer.fault(Endpoint.DISCOVERY, Fault.status(503));
        clock.advance(Duration.ofHours(23));
        browser.start("/");
        browser.start("/");
        assertThat(issuer.requests(Endpoint.DISCOVERY)).isEqualTo(2);

        clock.advance(Duration.ofHours(2));

        assertThat(browser.flow.start(FlowWish.signIn("/"), Browser.REDIRECT_URI, Map.of()))
                .isInstanceOf(StartOutcome.ProviderUnavailable.class);
    }

    @Test
    void followsARotationOfTheProvidersKey() {
        assertThat(browser.signIn()).isInstanceOf(CallbackOutcome.Verified.class);
        issuer.rotateKey();

        assertThat(browser.signIn()).isInstanceOf(CallbackOutcome.Verified.class);
        assertThat(issuer.requests(Endpoint.KEYS)).isEqualTo(2);
    }

    @Test
    void verifiesWithKnownKeysWhileTheProviderCannotBeAsked() {
        browser.signIn();
        issuer.fault(Endpoint.KEYS, Fault.status(503));

        assertThat(browser.signIn()).isInstanceOf(CallbackOutcome.Verified.class);
    }

    @Test
    void doesNotAskForKeysAtEveryForgedToken() {
        browser.signIn();
        issuer.forge((claims, _) -> StubIssuer.sign(claims, StubIssuer.strangersKey()));

        List<CallbackOutcome> outcomes =
                IntStream.range(0, 6).mapToObj(_ -> browser.signIn()).toList();

        assertThat(outcomes).containsOnly(new CallbackOutcome.Rejected(Rejection.KEY_UNKNOWN));
        assertThat(issuer.requests(Endpoint.KEYS)).isEqualTo(2);
    }

    private static Map<String, Object> with(
            Map<String, Object> document, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(document);
        changed.put(name, value);
        return changed;
    }
}
