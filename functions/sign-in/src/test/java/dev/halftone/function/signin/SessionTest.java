package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.lambda.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: a session lives exactly as long as it should, and ends at once. */
final class SessionTest {

    private Deployment deployment;
    private BrowserAt browser;

    @BeforeEach
    void deploy() {
        deployment = Deployment.local();
        browser = deployment.browser().signedIn();
    }

    @AfterEach
    void undeploy() {
        deployment.close();
    }

    @Test
    void showsWhoIsSignedIn() {
        HttpAnswer answer = browser.me();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.json().toString())
                .isEqualTo(
                        "{\"user\":{\"id\":\"%s\",\"name\":\"Mira Holt\",\"email\":\"mira@example.org\","
                                        .formatted(browser.session().user())
                                + "\"emailVerified\":true,"
                                + "\"picture\":\"https://pictures.example.org/mira\","
                                + "\"language\":null,"
                                + "\"createdAt\":\"2026-11-02T12:00:00Z\"},"
                                + "\"way\":\"google\","
                                + "\"accepted\":false,\"minimumAge\":18,"
                                + "\"policyVersion\":\"2026-11-01\","
                                + "\"balance\":{\"available\":0,\"pending\":0},"
                                + "\"subscription\":{\"plan\":\"test\",\"state\":\"none\","
                                + "\"until\":null}}");
    }

    /** Browsers print each refused request as an error: not to be signed in is none. */
    @Test
    void showsNobodyWithoutASession() {
        HttpAnswer answer = deployment.browser().me();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.json().toString())
                .isEqualTo(
                        "{\"user\":null,\"way\":null,\"accepted\":false,\"minimumAge\":18,"
                                + "\"policyVersion\":\"2026-11-01\",\"balance\":null,"
                                + "\"subscription\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "usr_1.secret", ".", "usr_EXAMPLE.secret"})
    void showsNobodyToAMadeUpCookie(String cookie) {
        browser.cookies.put("__Host-session", cookie);

        assertSignedOut(browser.me());
    }

    @Test
    void showsNobodyToTheRightPersonWithTheWrongSecret() {
        SessionToken wrong = new SessionToken(browser.session().user(), "A".repeat(43));
        browser.cookies.put("__Host-session", wrong.cookieValue());

        assertSignedOut(browser.me());
    }

    @Test
    void ignoresACookieWithoutThePrefix() {
        browser.cookies.put("session", browser.session().cookieValue());
        browser.cookies.remove("__Host-session");

        assertSignedOut(browser.me());
    }

    @Test
    void endsAtOnceWhenRevoked() {
        deployment.sessions.close(browser.session());

        assertSignedOut(browser.me());
    }

    @Test
    void endsOfIdleness() {
        deployment.clock.advance(Session.IDLE_MAX);

        assertSignedOut(browser.me());
    }

    @Test
    void livesOnWhileItIsUsedAndStillEndsOfAge() {
        for (int day = 0; day < 29; day += 6) {
            assertSignedIn(browser.me());
            deployment.clock.advance(Duration.ofDays(6));
        }

        assertSignedOut(browser.me());
    }

    @Test
    void isUselessToASuspendedPersonWhoCanStillLeave() {
        deployment.suspend(browser.session());

        assertThat(browser.me().status()).isEqualTo(403);
        assertThat(browser.me().code()).isEqualTo("account_suspended");
        assertThat(browser.signOut().status()).isEqualTo(204);
    }

    @Test
    void endsBySigningOut() {
        SessionToken token = browser.session();

        HttpAnswer answer = browser.signOut();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.cookies())
                .containsExactly(
                        "__Host-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(deployment.sessions.find(token)).isEmpty();
        browser.cookies.put("__Host-session", token.cookieValue());
        assertSignedOut(browser.me());
    }

    @Test
    void signsOutOnlyThisBrowser() {
        BrowserAt other = deployment.browser().signedIn();

        browser.signOut();

        assertSignedIn(other.me());
    }

    @Test
    void signsOutTwiceWithoutComplaint() {
        browser.signOut();

        assertThat(browser.signOut().status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", ""})
    void isNotEndedByOtherSites(String site) {
        HttpAnswer answer =
                browser.send(BrowserAt.event("sign-out").header("sec-fetch-site", site));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("cross_site_request");
        assertSignedIn(browser.me());
    }

    @Test
    void acceptsAnOldBrowserByItsOrigin() {
        HttpAnswer foreign =
                browser.send(
                        BrowserAt.event("sign-out")
                                .withoutHeader("sec-fetch-site")
                                .header("origin", "https://evil.example"));
        HttpAnswer own =
                browser.send(
                        BrowserAt.event("sign-out")
                                .withoutHeader("sec-fetch-site")
                                .header("origin", Deployment.LOCAL));

        assertThat(foreign.code()).isEqualTo("cross_site_request");
        assertThat(own.status()).isEqualTo(204);
    }

    private static void assertSignedOut(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString()).startsWith("{\"user\":null,");
    }

    private static void assertSignedIn(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString()).startsWith("{\"user\":{\"id\":");
    }
}
