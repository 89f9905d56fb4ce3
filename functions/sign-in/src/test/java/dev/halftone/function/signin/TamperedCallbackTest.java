package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.identity.StubIssuer;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Goal: a return from the provider that was tampered with is answered 401. Method: a genuine flow
 * through the real handler, in which one thing is changed.
 */
final class TamperedCallbackTest {
    private Deployment deployment;
    private BrowserAt browser;

    /** What somebody could change. */
    enum Tampered {
        STATE,
        STATE_OF_ANOTHER_FLOW,
        NO_STATE,
        COOKIE,
        NONCE,
        VERIFIER,
        CODE,
        AUDIENCE,
        EXPIRY,
        ISSUER,
        RESPONSE_ISSUER,
        SIGNATURE
    }

    @BeforeEach
    void deploy() {
        deployment = Deployment.local();
        browser = deployment.browser();
    }

    @AfterEach
    void undeploy() {
        deployment.close();
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWithoutASession(Tampered what) {
        Map<String, String> query = tampered(what);

        HttpAnswer answer = browser.comeBack(query);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("__Host-session"));
        assertThat(deployment.sessions.count()).isZero();
        assertThat(deployment.users.count()).isZero();
    }

    // The table proves something only if nothing else about its flows is wrong.
    @Test
    void isBelievedUntouched() {
        assertThat(browser.comeBack(new HashMap<>(browser.leave("/"))).status()).isEqualTo(302);
        assertThat(deployment.sessions.count()).isEqualTo(1);
    }

    // Whoever sits there reads a sentence in their language and a way on; nothing is loaded from
    // elsewhere, and no script runs.
    @Test
    void isToldOnAPage() {
        HttpAnswer answer =
                browser.send(
                        BrowserAt.event("callback").header("accept-language", "de-AT,de;q=0.9"));

        assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("content-language")).isEqualTo("de");
        assertThat(answer.header("content-security-policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("script");
        assertThat(answer.body())
                .contains("<html lang=\"de\">", "Bitte melden Sie sich noch einmal an.")
                .contains("href=\"/\"")
                .doesNotContain("<script");
    }

    // A program that walks the flow, a test or a monitor, reads the code.
    @Test
    void isToldToProgramsAsAProblem() {
        HttpEvent event = BrowserAt.event("callback").header("accept", "application/problem+json");

        HttpAnswer answer = browser.send(event);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("sign_in_refused");
    }

    @Test
    void saysWhenItOnlyTookTooLong() {
        Map<String, String> query = browser.leave("/");
        deployment.clock.advance(Duration.ofMinutes(10));

        HttpAnswer answer = browser.comeBack(query);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("took too long");
        assertThat(browser.cookies).isEmpty();
    }

    private Map<String, String> tampered(Tampered what) {
        switch (what) {
            case NONCE -> says("nonce", "another flow's");
            case AUDIENCE -> says("aud", "another client");
            case EXPIRY -> says("exp", deployment.clock.instant().getEpochSecond() - 31);
            case ISSUER -> says("iss", "https://accounts.example.org");
            case SIGNATURE ->
                    deployment.issuer.forge(
                            (claims, key) ->
                                    StubIssuer.sign(claims, key).replaceAll("\\.[^.]+$", ".AAAA"));
            default -> {}
        }
        URI address = URI.create(browser.start("/").header("location"));
        Map<String, String> query =
                new HashMap<>(deployment.issuer.approve(reached(address, what)));
        switch (what) {
            case STATE -> query.merge("state", "A", (state, more) -> more + state.substring(1));
            case STATE_OF_ANOTHER_FLOW ->
                    query.merge(
                            "state", "A".repeat(43), (state, more) -> state.substring(0, 9) + more);
            case NO_STATE -> query.remove("state");
            case COOKIE -> browser.cookies.replaceAll((_, value) -> "AA" + value.substring(2));
            case CODE -> query.put("code", "4/another");
            case RESPONSE_ISSUER -> query.put("iss", "https://accounts.example.org");
            default -> {}
        }
        return query;
    }

    /** Where the browser arrives at the provider: with the challenge of whoever changed it. */
    private static URI reached(URI address, Tampered what) {
        return what == Tampered.VERIFIER
                ? URI.create(
                        address.toString()
                                .replaceAll("(code_challenge=)[\\w-]+", "$1" + "A".repeat(43)))
                : address;
    }

    private void says(String name, Object value) {
        deployment.issuer.claims(
                claims -> {
                    Map<String, Object> changed = new LinkedHashMap<>(claims);
                    changed.put(name, value);
                    return changed;
                });
    }
}
