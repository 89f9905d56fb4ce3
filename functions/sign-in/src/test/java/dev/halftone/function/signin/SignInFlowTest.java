package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.SessionToken;
import dev.halftone.identity.StubIssuer.Endpoint;
import dev.halftone.identity.StubIssuer.Fault;
import dev.halftone.lambda.HttpAnswer;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: leaving for the provider and coming back, as browsers and attackers do it. */
final class SignInFlowTest {

    private Deployment deployment;
    private BrowserAt browser;

    @BeforeEach
    void deploy() {
        deployment = Deployment.local();
        browser = deployment.browser();
    }

    @AfterEach
    void undeploy() {
        deployment.close();
    }

    @Test
    void leavesForTheProviderWithACookieOfThisBrowser() {
        HttpAnswer answer = browser.start("/history");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location"))
                .startsWith(deployment.issuer.issuer() + "/authorize?")
                .contains(
                        "redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fv1%2Fauth%2Fgoogle%2Fcallback");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.cookies())
                .singleElement()
                .asString()
                .matches(
                        "__Host-oauth_[\\w-]{8}=[\\w-]+; Max-Age=600; Path=/; Secure; HttpOnly;"
                                + " SameSite=Lax");
    }

    @Test
    void comesBackWithASessionToWhereItWas() {
        HttpAnswer answer = browser.comeBack(browser.leave("/history?page=2"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).isEqualTo("/history?page=2");
        assertThat(answer.cookies())
                .hasSize(2)
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .matches(
                                                "__Host-session=usr_[0-9a-f]{32}\\.[\\w-]{43};"
                                                        + " Max-Age=2592000; Path=/; Secure;"
                                                        + " HttpOnly; SameSite=Lax"))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .matches(
                                                "__Host-oauth_[\\w-]{8}=; Max-Age=0; Path=/;"
                                                        + " Secure; HttpOnly; SameSite=Lax"));
        assertThat(browser.cookies).containsOnlyKeys("__Host-session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", ""})
    void neverComesBackToAnotherOrigin(String returnTo) {
        assertThat(browser.comeBack(browser.leave(returnTo)).header("location")).isEqualTo("/");
    }

    @Test
    void knowsAPersonAgainByTheirIdentity() {
        browser.signedIn();
        BrowserAt other = deployment.browser().signedIn();

        assertThat(other.session().user()).isEqualTo(browser.session().user());
        assertThat(deployment.users.count()).isEqualTo(1);
        assertThat(deployment.sessions.count()).isEqualTo(2);
    }

    // Whoever vouches for the same address brings nobody into an account: only its owner links.
    @Test
    void doesNotTakeSomebodyForSomebodyElseByTheirAddress() {
        browser.signedIn();
        deployment.issuer.claims(claims -> with(claims, "sub", "another subject"));

        HttpAnswer answer = deployment.browser().signIn();

        assertThat(answer.header("location")).isEqualTo("/?signInError=account_not_linked");
        assertThat(deployment.users.count()).isEqualTo(1);
        assertThat(deployment.sessions.count()).isEqualTo(1);
    }

    // An address that nobody verified opens no account of others and keeps none from its owner.
    @Test
    void keepsAnUnverifiedAddressFromNobody() {
        deployment.issuer.claims(claims -> with(claims, "email_verified", false));
        browser.signedIn();
        deployment.issuer.claims(claims -> with(claims, "sub", "its owner"));

        BrowserAt owner = deployment.browser().signedIn();

        assertThat(owner.session().user()).isNotEqualTo(browser.session().user());
        deployment.issuer.claims(
                claims -> with(with(claims, "sub", "late"), "email_verified", false));
        BrowserAt late = deployment.browser().signedIn();
        assertThat(late.session().user()).isNotEqualTo(owner.session().user());
    }

    @Test
    void needsAnAddressOfSomebodyNew() {
        deployment.issuer.claims(claims -> with(claims, "email", ""));

        HttpAnswer answer = browser.signIn();

        assertThat(answer.header("location")).isEqualTo("/?signInError=email_required");
        assertThat(deployment.users.count()).isZero();
    }

    @Test
    void createsOnePersonHoweverManyTabsSignInAtOnce() throws Exception {
        List<Map.Entry<BrowserAt, Map<String, String>>> tabs =
                IntStream.range(0, 8)
                        .mapToObj(_ -> deployment.browser())
                        .map(tab -> Map.entry(tab, tab.leave("/")))
                        .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpAnswer>> calls =
                    tabs.stream()
                            .<Callable<HttpAnswer>>map(
                                    tab -> () -> tab.getKey().comeBack(tab.getValue()))
                            .toList();
            for (Future<HttpAnswer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get().header("location")).isEqualTo("/");
            }
        }

        assertThat(deployment.users.count()).isEqualTo(1);
    }

    // Goal: session fixation is impossible. Method: a session planted in the browser before.
    @Test
    void endsTheSessionThatTheBrowserPresented() {
        SessionToken planted = browser.signedIn().session();

        browser.signedIn();

        assertThat(browser.session()).isNotEqualTo(planted);
        assertThat(deployment.sessions.find(planted)).isEmpty();
        assertThat(browser.me().json().get("user").get("id").asString()).isNotBlank();
    }

    @Test
    void keepsThePresentedSessionWhenSigningInFails() {
        SessionToken session = browser.signedIn().session();
        browser.comeBack(Map.of("error", "access_denied", "state", "nonsense"));

        assertThat(browser.session()).isEqualTo(session);
        assertThat(browser.me().json().get("user").get("id").asString()).isNotBlank();
    }

    @Test
    void saysWhenThePersonRefused() {
        Map<String, String> query = new HashMap<>(browser.leave("/"));
        query.remove("code");
        query.put("error", "access_denied");

        assertFailed(browser.comeBack(query), "access_denied");
        assertThat(browser.cookies).isEmpty();
    }

    @Test
    void treatsAnotherBrowsersFlowAsExpired() {
        Map<String, String> query = browser.leave("/");

        assertRefused(deployment.browser().comeBack(query));
    }

    @Test
    void refusesAReplayedCallback() {
        Map<String, String> query = browser.leave("/");
        Map<String, String> flow = Map.copyOf(browser.cookies);
        browser.comeBack(query);
        browser.cookies.putAll(flow);

        assertRefused(browser.comeBack(query));
    }

    @Test
    void refusesACallbackOutOfNowhere() {
        assertRefused(browser.send(BrowserAt.event("callback")));
        assertRefused(browser.send(BrowserAt.event("callback").query("")));
    }

    @Test
    void echoesNothingOfWhatTheProviderSaid() {
        Map<String, String> query = new HashMap<>(browser.leave("/"));
        query.put("error", "<script>");
        query.put("error_description", "<script>alert(1)</script>");

        HttpAnswer answer = browser.comeBack(query);

        assertRefused(answer);
        assertThat(answer.event().toString()).doesNotContain("script>");
    }

    @Test
    void saysWhenTheProviderIsUnavailable() {
        deployment.issuer.fault(Endpoint.DISCOVERY, Fault.status(503));
        assertFailed(browser.start("/"), "provider_unavailable");
        deployment.issuer.recover(Endpoint.DISCOVERY);
        deployment.issuer.fault(Endpoint.TOKEN, Fault.status(503));

        assertFailed(browser.signIn(), "provider_unavailable");
        assertThat(deployment.sessions.count()).isZero();
    }

    @Test
    void takesItsAddressFromTheDeploymentAndNeverFromTheRequest() {
        HttpAnswer answer =
                browser.send(
                        BrowserAt.event("start")
                                .header("host", "evil.example")
                                .header("x-forwarded-host", "evil.example")
                                .header("forwarded", "host=evil.example"));

        assertThat(URI.create(answer.header("location")).getRawQuery())
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F")
                .doesNotContain("evil");
    }

    private static void assertRefused(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("__Host-session"));
    }

    private static void assertFailed(HttpAnswer answer, String code) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).isEqualTo("/?signInError=" + code);
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("__Host-session"));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return changed;
    }
}
