package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.lambda.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goal: people get a copy of what is stored about them, and nobody else does. */
final class OwnDataTest {

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

    // Whoever corrects something sees it corrected wherever it is told.
    @Test
    void saysWhatThePersonCorrected() {
        browser.send(BrowserAt.event("change").body("{\"name\":\"Ada\"}"));

        HttpAnswer answer = copy();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/records/0/about").asString()).isEqualTo("who a person is");
        assertThat(answer.json().at("/records/0/record").asString()).isEqualTo("profile");
        assertThat(answer.json().at("/records/0/values/name").asString()).isEqualTo("Ada");
        assertThat(answer.json().toString()).doesNotContain("Mira Holt", "\"v\"", "pk");
    }

    @Test
    void isAFile() {
        assertThat(copy().header("content-disposition"))
                .isEqualTo("attachment; filename=\"halftone-account.json\"");
    }

    // A browser left open in a library must not give everything away with one click.
    @Test
    void wantsAFreshProofOfIdentity() {
        deployment.clock.advance(Duration.ofMinutes(11));

        assertThat(copy().code()).isEqualTo("reauthentication_required");
    }

    @Test
    void needsASession() {
        assertThat(deployment.browser().send(BrowserAt.event("data")).status()).isEqualTo(401);
    }

    private HttpAnswer copy() {
        return browser.send(BrowserAt.event("data"));
    }
}
