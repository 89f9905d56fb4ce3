package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.lambda.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal: people change what is theirs to change, and see that it was changed. */
final class OwnProfileTest {

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
    void changesTheNameAndLeavesTheRest() {
        HttpAnswer before = browser.me();

        HttpAnswer answer = change("{\"name\":\" Ada  \"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/name").asString()).isEqualTo("Ada");
        assertThat(answer.json().at("/user/email")).isEqualTo(before.json().at("/user/email"));
        assertThat(browser.me().json()).isEqualTo(answer.json());
    }

    // The next browser of the person speaks the same language without being asked.
    @Test
    void keepsTheChosenLanguageWithTheAccount() {
        change("{\"language\":\"de\"}");

        HttpAnswer elsewhere = deployment.browser().signedIn().me();
        assertThat(elsewhere.json().at("/user/language").asString()).isEqualTo("de");
    }

    // A moment of creation that moves with changes would say nothing.
    @Test
    void neverChangesSinceWhenSomebodyIsHere() {
        deployment.clock.advance(Duration.ofDays(1));

        HttpAnswer answer = change("{\"name\":\"Ada\",\"language\":\"de\"}");

        assertThat(answer.json().at("/user/createdAt").asString())
                .isEqualTo("2026-11-02T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\"}|invalid_name|name",
                "{\"name\":\"   \"}|invalid_name|name",
                "{\"name\":\"a\\nb\"}|invalid_name|name",
                "{\"language\":\"fr\"}|unknown_language|language",
                "{\"language\":\"DE\"}|unknown_language|language",
                "{\"language\":\"\"}|unknown_language|language",
                "{\"email\":\"new@example.org\"}|unknown_field|email",
                "{\"createdAt\":\"2020-01-01T00:00:00Z\"}|unknown_field|createdAt",
                "{\"name\":7}|invalid_field|name"
            })
    void refusesByFieldWhatCannotBe(String body, String code, String field) {
        HttpAnswer before = browser.me();

        HttpAnswer answer = change(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
        assertThat(browser.me().json()).isEqualTo(before.json());
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThat(change("{\"name\":\"" + "a".repeat(201) + "\"}").code())
                .isEqualTo("invalid_name");
    }

    // Whoever finds a change that was not theirs can act; so each leaves an entry, without values.
    @Test
    void leavesAnEntryForEachChangeNewestFirst() {
        change("{\"name\":\"Ada\"}");
        deployment.clock.advance(Duration.ofSeconds(1));
        change("{\"language\":\"de\"}");

        HttpAnswer answer = browser.send(BrowserAt.event("events"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/kind").asString()).isEqualTo("language_changed");
        assertThat(answer.json().at("/items/0/at").asString()).isEqualTo("2026-11-02T12:00:01Z");
        assertThat(answer.json().at("/items/1/kind").asString()).isEqualTo("name_changed");
        assertThat(answer.json().get("items").size()).isEqualTo(2);
        assertThat(answer.json().toString()).doesNotContain("Ada");
    }

    @Test
    void leavesNoEntryForWhatWasRefused() {
        change("{\"name\":\"Ada\",\"language\":\"fr\"}");

        assertThat(browser.send(BrowserAt.event("events")).json().get("items").size()).isZero();
    }

    @Test
    void needsASession() {
        assertThat(deployment.browser().send(BrowserAt.event("change")).status()).isEqualTo(401);
        assertThat(deployment.browser().send(BrowserAt.event("events")).status()).isEqualTo(401);
    }

    @Test
    void isNotSomethingThatAnotherSiteCanDo() {
        HttpAnswer answer =
                browser.send(BrowserAt.event("change").header("sec-fetch-site", "cross-site"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(browser.me().json().at("/user/name").asString()).isEqualTo("Mira Holt");
    }

    private HttpAnswer change(String body) {
        return browser.send(BrowserAt.event("change").body(body));
    }
}
