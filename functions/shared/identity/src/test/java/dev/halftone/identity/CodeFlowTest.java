package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: a person comes only out of a flow that this browser started; everything else is named. */
final class CodeFlowTest {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final StubIssuer issuer = StubIssuer.start(clock);
    private final Browser browser = Browser.with(issuer, clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void asksForACodeWithStateNonceAndChallenge() {
        StartOutcome.Redirect redirect = browser.start("/studio");

        Map<String, String> query = StubIssuer.parameters(redirect.location().getRawQuery());
        assertThat(query)
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method",
                        "prompt")
                .containsEntry("redirect_uri", Browser.REDIRECT_URI.toString());
        assertThat(redirect.cookie().name()).matches("__Host-oauth_[A-Za-z0-9_-]{8}");
        assertThat(redirect.cookie().maxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(redirect.cookie().value()).doesNotContain("studio").matches("[A-Za-z0-9_-]+");
    }

    @Test
    void returnsToWhereThePersonWas() {
        Map<String, String> query = issuer.approve(browser.start("/studio?model=a").location());

        CallbackOutcome outcome = browser.comeBack(query);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CallbackOutcome.Verified.class,
                        verified ->
                                assertThat(verified.returnTo().value())
                                        .isEqualTo("/studio?model=a"));
    }

    @Test
    void keepsParallelTabsApart() {
        Map<String, String> first = issuer.approve(browser.start("/first").location());
        Map<String, String> second = issuer.approve(browser.start("/second").location());

        assertThat(List.of(browser.comeBack(second), browser.comeBack(first)))
                .hasOnlyElementsOfType(CallbackOutcome.Verified.class);
    }

    @Test
    void clearsTheOldestFlowsSoThatCookiesNeverFillTheHeaders() {
        List<String> names = new ArrayList<>();
        for (int tab = 0; tab < 7; tab++) {
            names.add(browser.start("/").cookie().name());
            clock.advance(Duration.ofSeconds(2));
        }

        assertThat(browser.cookies.keySet())
                .containsExactlyInAnyOrderElementsOf(names.subList(2, 7));
    }

    @Test
    void keepsTheLongestFlowsWithinTheGatewaysHeaders() {
        for (int tab = 0; tab < 5; tab++) {
            browser.start("/" + "a".repeat(511));
        }

        int bytes =
                browser.cookies.entrySet().stream()
                        .mapToInt(cookie -> cookie.getKey().length() + cookie.getValue().length())
                        .sum();
        assertThat(bytes).isLessThan(8 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied,",
        "server_error,",
        "temporarily_unavailable,",
        "invalid_request,PROVIDER_ERROR",
        "interaction_required,PROVIDER_ERROR"
    })
    void namesWhatTheProviderSaid(String error, Rejection rejection) {
        Map<String, String> query = browser.leave();
        query.remove("code");
        query.put("error", error);
        query.put("error_description", "<b>not shown</b>");

        CallbackOutcome outcome = browser.comeBack(query);

        assertThat(outcome)
                .isEqualTo(
                        switch (error) {
                            case "access_denied" -> new CallbackOutcome.Denied();
                            case "server_error", "temporarily_unavailable" ->
                                    new CallbackOutcome.ProviderUnavailable(
                                            Outage.PROVIDER_SAID_SO);
                            default -> new CallbackOutcome.Rejected(rejection);
                        });
    }

    @Test
    void doesNotBelieveAnErrorWithoutAFlow() {
        Map<String, String> query = Map.of("error", "access_denied");

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.STATE_MALFORMED));
    }

    @Test
    void expiresAfterTenMinutes() {
        Map<String, String> query = browser.leave();
        clock.advance(Duration.ofMinutes(10));

        assertThat(browser.comeBack(query)).isEqualTo(new CallbackOutcome.Expired());
    }

    @Test
    void treatsABrowserThatDidNotStartTheFlowAsExpired() {
        Map<String, String> query = browser.leave();
        browser.cookies.clear();

        assertThat(browser.comeBack(query)).isEqualTo(new CallbackOutcome.Expired());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "EXAMPLE1.exampleState", "a/b-----.aaaa", "🙂"})
    void rejectsAStateThatWeNeverMade(String state) {
        Map<String, String> query = browser.leave();
        query.put("state", state);

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.STATE_MALFORMED));
    }

    @Test
    void rejectsAnotherStateOfTheSameForm() {
        Map<String, String> query = browser.leave();
        String state = query.getOrDefault("state", "");
        query.put("state", state.substring(0, 9) + new SeededEntropy(99).text(32));

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.STATE_MISMATCH));
    }

    @Test
    void rejectsACookieMovedToAnotherFlowsName() {
        Map<String, String> first = browser.leave();
        Map<String, String> cookies = new HashMap<>(browser.cookies);
        browser.cookies.clear();
        browser.leave();
        String stolen = browser.cookies.values().iterator().next();
        cookies.replaceAll((_, _) -> stolen);
        browser.cookies.putAll(cookies);

        assertThat(browser.comeBack(first)).isEqualTo(rejected(Rejection.FLOW_UNREADABLE));
    }

    @Test
    void rejectsACookieWithAnyByteChanged() {
        Map<String, String> query = browser.leave();
        String name = browser.cookies.keySet().iterator().next();
        String value = browser.cookies.getOrDefault(name, "");
        List<CallbackOutcome> outcomes = new ArrayList<>();
        for (int index = 0; index < value.length() - 1; index++) {
            char changed = value.charAt(index) == 'A' ? 'B' : 'A';
            browser.cookies.put(
                    name, value.substring(0, index) + changed + value.substring(index + 1));
            outcomes.add(browser.comeBack(query));
        }

        assertThat(outcomes).containsOnly(rejected(Rejection.FLOW_UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "exampleFlow", "%%%", "AAAAAAAAAAAAAAAA", "ä"})
    void rejectsACookieThatWeNeverMade(String value) {
        Map<String, String> query = browser.leave();
        browser.cookies.replaceAll((_, _) -> value);

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.FLOW_UNREADABLE));
    }

    @Test
    void rejectsAnEndlessCookie() {
        Map<String, String> query = browser.leave();
        browser.cookies.replaceAll((_, value) -> value + "A".repeat(5000));

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.FLOW_UNREADABLE));
    }

    @Test
    void rejectsAFlowThatAnotherProviderStarted() {
        Map<String, String> query = browser.leave();
        Browser atOther = new Browser(issuer, Browser.flow("other", issuer, clock));
        atOther.cookies.putAll(browser.cookies);

        assertThat(atOther.comeBack(query)).isEqualTo(rejected(Rejection.FLOW_OF_ANOTHER_PROVIDER));
    }

    @Test
    void rejectsAFlowThatWasStartedForAnotherAddress() {
        Map<String, String> query = browser.leave();

        CallbackOutcome outcome =
                browser.flow.finish(
                        AuthorizationResponse.of(query),
                        URI.create("https://evil.example/v1/auth/google/callback"),
                        null,
                        browser.cookies);

        assertThat(outcome).isEqualTo(rejected(Rejection.REDIRECT_URI_CHANGED));
    }

    @Test
    void rejectsAResponseThatNamesAnotherIssuer() {
        Map<String, String> query = browser.leave();
        query.put("iss", "https://accounts.example.org");

        assertThat(browser.comeBack(query))
                .isEqualTo(rejected(Rejection.RESPONSE_OF_ANOTHER_ISSUER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void rejectsAResponseWithoutACode(String code) {
        Map<String, String> query = browser.leave();
        query.put("code", code);

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.CODE_MISSING));
    }

    @Test
    void rejectsAnEndlessCode() {
        Map<String, String> query = browser.leave();
        query.put("code", "4".repeat(2049));

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.CODE_MISSING));
    }

    @Test
    void signsInOncePerCode() {
        Map<String, String> query = browser.leave();
        browser.comeBack(query);

        assertThat(browser.comeBack(query)).isEqualTo(rejected(Rejection.CODE_REFUSED));
    }

    @Test
    void cannotSpendACodeOfAnotherFlow() {
        Map<String, String> victim = browser.leave();
        Map<String, String> attacker = browser.leave();
        attacker.put("code", victim.getOrDefault("code", ""));

        assertThat(browser.comeBack(attacker)).isEqualTo(rejected(Rejection.CODE_REFUSED));
    }

    @Test
    void tellsAWrongRegistrationFromAWrongAttempt() {
        Browser misconfigured = new Browser(issuer, Browser.misconfigured(issuer, clock));

        assertThat(misconfigured.signIn()).isEqualTo(rejected(Rejection.CLIENT_REFUSED));
    }

    @Test
    void namesTheCookieToClear() {
        Map<String, String> query = browser.leave();

        assertThat(browser.flow.cookieName(AuthorizationResponse.of(query)))
                .contains(browser.cookies.keySet().iterator().next());
        assertThat(browser.flow.cookieName(AuthorizationResponse.of(Map.of()))).isEmpty();
    }

    @Test
    void keepsTheStateItselfOutOfTheCookie() {
        FlowCookies cookies = new FlowCookies("", Samples::signingKey, new SeededEntropy(1));
        Map<String, String> query = browser.leave();
        String state = query.getOrDefault("state", "");
        Map.Entry<String, String> cookie = browser.cookies.entrySet().iterator().next();

        assertThat(cookies.open(cookie.getKey(), cookie.getValue()))
                .map(Flow::stateHash)
                .contains(Digest.sha256Hex(state));
    }

    private static CallbackOutcome rejected(Rejection reason) {
        return new CallbackOutcome.Rejected(reason);
    }
}
