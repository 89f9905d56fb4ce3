package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Email;
import dev.halftone.core.mail.Letter;
import dev.halftone.identity.StubIssuer;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: nobody changes how an account is opened without its owner hearing of it. */
final class NoticesTest {
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

    /** What is told by mail. */
    enum Change {
        TOKEN,
        ALL_SESSIONS,
        OTHER_SESSIONS,
        LINK,
        UNLINK
    }

    private static Letter letter(Change change) {
        return switch (change) {
            case TOKEN -> new Letter.TokenCreated("nightly");
            case ALL_SESSIONS, OTHER_SESSIONS -> new Letter.SessionsEnded();
            case LINK -> new Letter.WayLinked("Clerk");
            case UNLINK -> new Letter.WayUnlinked("Google");
        };
    }

    @ParameterizedTest
    @EnumSource
    void areWrittenToTheAddressThatThePersonProved(Change change) throws JOSEException {
        assertThat(make(change).status()).isLessThan(300);

        assertThat(deployment.mail.sent().getLast().to()).isEqualTo(new Email("mira@example.org"));
        assertThat(deployment.mail.sent().getLast().letter()).isEqualTo(letter(change));
    }

    // Whoever cannot be told has done it all the same, and is answered so.
    @ParameterizedTest
    @EnumSource
    void undoNothingWhenNobodyTakesThem(Change change) throws JOSEException {
        deployment.mail.fail(new TransientFailure("ses", "is down"));

        assertThat(make(change).status()).isLessThan(300);

        assertThat(stands(change)).isTrue();
    }

    // A change that is told of by mail is one that lets somebody in or out, not each of them.
    @Test
    void areNotWrittenOfWhatOpensNothing() {
        browser.signOut();

        assertThat(deployment.mail.sent()).isEmpty();
    }

    private HttpAnswer make(Change change) throws JOSEException {
        return switch (change) {
            case TOKEN ->
                    browser.send(
                            BrowserAt.event("make-token")
                                    .bodyField("name", "nightly")
                                    .bodyField("scopes", List.of("read")));
            case ALL_SESSIONS -> browser.send(BrowserAt.event("end-sessions").query(""));
            case OTHER_SESSIONS ->
                    browser.send(BrowserAt.event("end-sessions").query("except=current"));
            case LINK -> link();
            case UNLINK -> {
                link();
                String first =
                        browser.send(BrowserAt.event("identities"))
                                .json()
                                .at("/identities/0/id")
                                .asString();
                yield browser.send(BrowserAt.event("unlink").pathParameter("id", first));
            }
        };
    }

    private HttpAnswer link() throws JOSEException {
        long now = deployment.clock.instant().getEpochSecond();
        Map<String, Object> claims =
                Map.of(
                        "iss",
                        deployment.issuer.issuer().toString(),
                        "sub",
                        "of clerk",
                        "azp",
                        Deployment.LOCAL,
                        "sid",
                        "sess_1",
                        "v",
                        2,
                        "iat",
                        now,
                        "exp",
                        now + 60);
        HttpEvent event =
                BrowserAt.way("exchange", "clerk")
                        .bodyField("token", StubIssuer.sign(claims, StubIssuer.ownKey()))
                        .bodyField("purpose", "link");
        return browser.send(event);
    }

    private boolean stands(Change change) {
        return switch (change) {
            case TOKEN -> browser.send(BrowserAt.event("tokens")).json().get("items").size() == 1;
            case ALL_SESSIONS -> deployment.sessions.count() == 0;
            case OTHER_SESSIONS -> deployment.sessions.count() == 1;
            case LINK -> identities() == 2;
            case UNLINK -> identities() == 1;
        };
    }

    private int identities() {
        return browser.send(BrowserAt.event("identities")).json().get("identities").size();
    }
}
