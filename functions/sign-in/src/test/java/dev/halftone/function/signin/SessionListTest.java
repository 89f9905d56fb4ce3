package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.SignInAddress;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goal: people see where they are signed in, and end whatever they do not know. */
final class SessionListTest {

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
    void showsHowAndFromWhereEachSessionBegan() {
        JsonNode only = sessions(browser).get(0);

        assertThat(only.get("id").asString()).isEqualTo(session(browser).id());
        assertThat(only.get("current").asBoolean()).isTrue();
        assertThat(only.get("way").asString()).isEqualTo("google");
        assertThat(only.get("device").asString()).isEqualTo("Chrome on Linux");
        assertThat(only.get("network").asString()).isEqualTo("203.0.113.0/24");
        assertThat(only.get("signedInAt").asString()).isEqualTo(Samples.NOW.toString());
        assertThat(only.get("endsAt").asString())
                .isEqualTo(Samples.NOW.plus(Session.IDLE_MAX).toString());
    }

    // What is on the screen must not come nearer to opening or finding the session than nothing.
    @Test
    void showsNoSecretAndNoHashOfOne() {
        assertThat(list(browser).json().toString())
                .doesNotContain(browser.session().secret())
                .doesNotContain(browser.session().hash());
    }

    // The person may need the exact address for a while; after that it must be nowhere.
    @Test
    void forgetsTheExactAddressAfterTheDaysOfTheProfile() {
        assertThat(sessions(browser).get(0).get("address").asString()).isEqualTo("203.0.113.7");
        Session session = session(browser);
        deployment.clock.advance(Samples.ADDRESS_LIFE.minusMillis(1));
        assertThat(addresses()).containsExactly("203.0.113.7");

        deployment.clock.advance(Duration.ofMillis(1));

        assertThat(addresses()).isEmpty();
        assertThat(session.origin().addressPrefix()).isEqualTo("203.0.113.0/24");
    }

    @Test
    void endsOneOfThemAtOnce() {
        BrowserAt other = deployment.browser().signedIn();

        assertThat(end(browser, session(other).id()).status()).isEqualTo(204);

        assertSignedOut(other);
        assertThat(sessions(browser)).hasSize(1);
        assertThat(browser.me().json().get("user").isNull()).isFalse();
    }

    @Test
    void endsItselfAndClearsItsCookie() {
        HttpAnswer answer = end(browser, session(browser).id());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
    }

    @Test
    void theSessionOfAnotherIsNotThere() {
        BrowserAt stranger = stranger();

        HttpAnswer answer = end(browser, session(stranger).id());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_session");
        assertThat(deployment.sessions.find(stranger.session())).isPresent();
    }

    // A hash that leaked from the store must not end sessions either.
    @Test
    void nothingElseNamesASession() {
        for (String id :
                List.of("", "ses_", "../x", "ses_" + "0".repeat(32), browser.session().hash())) {
            assertThat(end(browser, id).code()).as(id).isEqualTo("unknown_session");
        }
    }

    @Test
    void endsAllOthersAndGoesOnUnderAnotherToken() {
        BrowserAt other = deployment.browser().signedIn();
        SessionToken before = browser.session();
        String id = session(browser).id();

        HttpAnswer answer = browser.send(event("end-sessions").query("except=current"));

        assertThat(answer.status()).isEqualTo(204);
        assertSignedOut(other);
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(deployment.sessions.find(before)).isEmpty();
        assertThat(sessions(browser)).hasSize(1);
        assertThat(sessions(browser).get(0).get("id").asString()).isEqualTo(id);
    }

    @Test
    void endsAllOfThem() {
        BrowserAt other = deployment.browser().signedIn();

        HttpAnswer answer = browser.send(event("end-sessions").query(""));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.cookies).doesNotContainKey("__Host-session");
        assertSignedOut(other);
        assertThat(deployment.sessions.count()).isZero();
    }

    // A deletion that was lost must not leave a session alive that its owner ended.
    @Test
    void whatWasEndedWithAllOthersStaysEndedThoughItIsStored() {
        BrowserAt other = deployment.browser().signedIn();
        Session stolen = session(other);
        deployment.clock.advance(Duration.ofSeconds(1));
        browser.send(event("end-sessions").query("except=current"));

        deployment.sessions.open(stolen);

        assertSignedOut(other);
        assertThat(sessions(browser)).hasSize(1);
    }

    @Test
    void endsNothingForATypingError() {
        HttpAnswer answer = browser.send(event("end-sessions").query("except=curent"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(deployment.sessions.count()).isOne();
    }

    // A stranger who signs in again and again can push out no more than what is oldest.
    @Test
    void keepsTheYoungestOfTooMany() {
        List<BrowserAt> all =
                IntStream.rangeClosed(1, Session.PER_PERSON_MAX)
                        .mapToObj(
                                _ -> {
                                    deployment.clock.advance(Duration.ofSeconds(1));
                                    return deployment.browser().signedIn();
                                })
                        .toList();

        assertSignedOut(browser);
        assertThat(sessions(all.getFirst())).hasSize(Session.PER_PERSON_MAX);
    }

    @Test
    void leavesAnEntryOfEveryEnd() {
        BrowserAt other = deployment.browser().signedIn();
        end(browser, session(other).id());
        browser.send(event("end-sessions").query("except=current"));

        List<AccountEvent> events =
                deployment.events.recent(browser.session().user(), deployment.clock.instant());

        assertThat(events)
                .extracting(AccountEvent::kind)
                .contains(AccountEvent.Kind.SESSION_ENDED, AccountEvent.Kind.ALL_SESSIONS_ENDED);
        assertThat(events).extracting(AccountEvent::device).contains("Chrome on Linux");
    }

    @Test
    void isForNobodyElse() {
        for (String name : List.of("sessions", "end-session", "end-sessions")) {
            assertThat(deployment.browser().send(event(name)).code())
                    .as(name)
                    .isEqualTo("sign_in_required");
        }
    }

    private List<String> addresses() {
        return deployment
                .sessions
                .readable(browser.session().user(), deployment.clock.instant())
                .stream()
                .map(SignInAddress::address)
                .toList();
    }

    private BrowserAt stranger() {
        BrowserAt stranger = deployment.browser();
        SessionToken token = SessionToken.fresh(Samples.userId(9), new SeededEntropy(99));
        deployment.sessions.open(
                Session.open(token, Samples.accountId(9), deployment.clock.instant()));
        stranger.cookies.put("__Host-session", token.cookieValue());
        return stranger;
    }

    private Session session(BrowserAt at) {
        return (Session) deployment.sessions.find(at.session()).orElseThrow().credential();
    }

    private static HttpAnswer list(BrowserAt at) {
        return at.send(event("sessions"));
    }

    private static JsonNode sessions(BrowserAt at) {
        HttpAnswer answer = list(at);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().get("items");
    }

    private static HttpAnswer end(BrowserAt at, String id) {
        return at.send(event("end-session").pathParameter("id", id));
    }

    private static void assertSignedOut(BrowserAt at) {
        assertThat(at.me().json().get("user").isNull()).isTrue();
    }

    private static HttpEvent event(String name) {
        return BrowserAt.event(name);
    }
}
