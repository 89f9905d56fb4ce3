package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.ledger.Account;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: nobody passes without age and policy, and everybody is welcomed exactly once. */
final class AcceptanceTest {

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
    void offersWhatAVisitorMayKnow() {
        HttpAnswer answer = deployment.browser().send(BrowserAt.event("options"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/brand/name").asString()).isEqualTo("Halftone");
        assertThat(answer.json().get("methods"))
                .map(method -> method.get("id").asString() + " " + method.get("href").asString())
                .containsExactly(
                        "google /v1/auth/google/start",
                        "github /v1/auth/github/start",
                        "clerk /v1/auth/clerk/exchange",
                        "firebase /v1/auth/firebase/exchange",
                        "club /v1/auth/club/start");
        assertThat(answer.json().get("minimumAge").asInt()).isEqualTo(18);
        assertThat(answer.json().get("policyVersion").asString()).isEqualTo("2026-11-01");
        assertThat(answer.json().get("welcomeCredits").asInt()).isEqualTo(25);
    }

    @Test
    void welcomesWhoAccepts() {
        HttpAnswer answer = browser.accept(true, Samples.POLICY_VERSION);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("accepted").asBoolean()).isTrue();
        assertThat(answer.json().at("/balance/available").asInt()).isEqualTo(25);
        assertThat(browser.me().json()).isEqualTo(answer.json());
        assertThat(deployment.users.acceptances(browser.session().user())).hasSize(1);
    }

    @Test
    void welcomesOnceHoweverOftenThePersonAccepts() {
        browser.accepted().accepted();
        deployment.browser().signedIn().accepted();

        assertThat(balance()).isEqualTo(25);
        assertThat(deployment.users.acceptances(browser.session().user())).hasSize(1);
    }

    @Test
    void welcomesOnceHoweverManyTabsAcceptAtOnce() throws Exception {
        HttpEvent event =
                BrowserAt.event("acceptance")
                        .cookie("__Host-session", browser.session().cookieValue());
        Callable<HttpAnswer> accept = () -> deployment.driver.http(event);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpAnswer>> answers = threads.invokeAll(Collections.nCopies(16, accept));
            for (Future<HttpAnswer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        assertThat(balance()).isEqualTo(25);
    }

    // Who agreed to other words is asked anew, and so is who confirmed a lower age.
    @ParameterizedTest
    @CsvSource({"2025-01-01, 18, false", "2026-11-01, 17, false", "2026-11-01, 18, true"})
    void asksAnewWhenThePolicyOrTheAgeChanges(String version, int age, boolean accepted) {
        deployment.sessions.accept(
                browser.session().user(), new Acceptance(version, age, Samples.NOW));

        assertThat(browser.me().json().get("accepted").asBoolean()).isEqualTo(accepted);
    }

    @Test
    void leavesAnEntryThatThePolicyWasAccepted() {
        browser.accepted();

        HttpAnswer events = browser.send(BrowserAt.event("events"));
        assertThat(events.json().at("/items/0/kind").asString()).isEqualTo("policy_accepted");
        assertThat(events.json().at("/items/0/way").asString()).isEqualTo("google");
    }

    @Test
    void refusesWhoIsTooYoung() {
        HttpAnswer answer = browser.accept(false, Samples.POLICY_VERSION);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("age_not_confirmed");
        assertThat(answer.json().get("field").asString()).isEqualTo("ageConfirmed");
        assertThat(answer.json().get("minimumAge").asInt()).isEqualTo(18);
        assertNothingHappened();
    }

    @Test
    void refusesAnOldVersionOfThePolicy() {
        HttpAnswer answer = browser.accept(true, "2025-01-01");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("policy_version_changed");
        assertThat(answer.json().get("policyVersion").asString()).isEqualTo(Samples.POLICY_VERSION);
        assertNothingHappened();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|400|malformed_json",
                "[]|400|malformed_json",
                "[{\"ageConfirmed\":true,\"policyVersion\":\"2026-11-01\"}]|400|malformed_json",
                "{}|422|missing_field",
                "{\"ageConfirmed\":true}|422|missing_field",
                "{\"ageConfirmed\":\"true\",\"policyVersion\":\"2026-11-01\"}|422|invalid_field",
                "{\"ageConfirmed\":1,\"policyVersion\":\"2026-11-01\"}|422|invalid_field",
                "{\"ageConfirmed\":true,\"policyVersion\":\"2026-11-01\",\"a\":1}|422|unknown_field"
            })
    void refusesABodyThatIsNotExactlyAnAcceptance(String body, int status, String code) {
        HttpAnswer answer = browser.send(BrowserAt.event("acceptance").body(body));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertNothingHappened();
    }

    // Goal: no client replaces the event. Method: the header and the body by which it could.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ageConfirmed\":true,\"policyVersion\":\"2026-11-01\"}",
                "[{\"routeKey\":\"POST /v1/me/acceptance\"}]"
            })
    void staysPlainWhenAHeaderCallsItselfPayload(String forged) {
        HttpAnswer answer =
                browser.send(
                        BrowserAt.event("acceptance")
                                .header("payload", forged)
                                .header("spring.cloud.function.definition", "other")
                                .bodyField("ageConfirmed", false));

        assertThat(answer.code()).isEqualTo("age_not_confirmed");
        assertNothingHappened();
    }

    @Test
    void isNotSomethingThatAnotherSiteCanDo() {
        HttpAnswer answer =
                browser.send(BrowserAt.event("acceptance").header("sec-fetch-site", "cross-site"));

        assertThat(answer.status()).isEqualTo(403);
        assertNothingHappened();
    }

    @Test
    void needsASession() {
        assertThat(deployment.browser().accept(true, Samples.POLICY_VERSION).status())
                .isEqualTo(401);
    }

    private long balance() {
        return deployment.account(browser.session()).available().amount();
    }

    private void assertNothingHappened() {
        Account account = deployment.account(browser.session());
        assertThat(account.entries()).isZero();
        assertThat(deployment.users.acceptances(browser.session().user())).isEmpty();
        assertThat(browser.me().json().get("accepted").asBoolean()).isFalse();
    }
}
