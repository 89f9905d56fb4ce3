package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.User;
import dev.halftone.core.mail.ChangeEmail;
import dev.halftone.core.mail.Letter;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.RecordingMail;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: an account's address is one whose letters its person reads, and nobody else's. */
final class OwnEmailTest {

    private static final String OLD = "mira@example.org";
    private static final String NEW = "new@example.org";

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

    // An address that nobody reads cannot become an account's.
    @Test
    void changesNothingBeforeTheNewAddressIsProved() {
        HttpAnswer answer = ask(NEW);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("email").asString()).isEqualTo(NEW);
        assertThat(answer.json().get("expiresAt").asString()).isEqualTo("2026-11-02T12:30:00Z");
        assertThat(deployment.mail.sent())
                .extracting(RecordingMail.Sent::to)
                .containsExactly(new Email(NEW));
        assertThat(address()).isEqualTo(OLD);
    }

    @Test
    void takesTheAddressWhoseLetterWasRead() {
        ask(NEW);

        HttpAnswer answer = confirm(mailedCode());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/email").asString()).isEqualTo(NEW);
        assertThat(address()).isEqualTo(NEW);
        assertThat(deployment.users.holder(new Email(OLD))).isEmpty();
    }

    // Whoever loses their address to a thief hears of it where they still read.
    @Test
    void tellsTheFormerAddress() {
        ask(NEW);
        confirm(mailedCode());

        RecordingMail.Sent notice = deployment.mail.sent().getLast();
        assertThat(notice.to()).isEqualTo(new Email(OLD));
        assertThat(notice.letter()).isEqualTo(new Letter.AddressChanged());
    }

    @Test
    void leavesAnEntryForWishAndChange() {
        ask(NEW);
        deployment.clock.advance(Duration.ofSeconds(1));
        confirm(mailedCode());

        HttpAnswer events = browser.send(BrowserAt.event("events"));
        assertThat(events.json().at("/items/0/kind").asString()).isEqualTo("email_changed");
        assertThat(events.json().at("/items/1/kind").asString())
                .isEqualTo("email_change_requested");
    }

    // Signing in by the same identity still leads to the same person.
    @Test
    void keepsTheWayToSignIn() {
        ask(NEW);
        confirm(mailedCode());

        assertThat(deployment.browser().signedIn().me().json().at("/user/email").asString())
                .isEqualTo(NEW);
    }

    @Test
    void takesACodeOnce() {
        ask(NEW);
        String code = mailedCode();
        confirm(code);

        assertThat(confirm(code).code()).isEqualTo("invalid_code");
    }

    @Test
    void refusesACodeThatIsTooOld() {
        ask(NEW);
        deployment.clock.advance(ChangeEmail.CODE_MAX);

        HttpAnswer answer = confirm(mailedCode());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid_code");
        assertThat(address()).isEqualTo(OLD);
    }

    @Test
    void refusesTheCodeOfAnEarlierLetter() {
        ask(NEW);
        String first = mailedCode();
        ask("other@example.org");

        assertThat(confirm(first).code()).isEqualTo("invalid_code");
        assertThat(address()).isEqualTo(OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAMadeUpCode(String code) {
        ask(NEW);

        assertThat(confirm(code).code()).isEqualTo("invalid_code");
    }

    // Nobody learns by asking who else has an account: only the owner's letter differs.
    @Test
    void answersTheSameForAnAddressThatIsTaken() {
        arrive(NEW);

        HttpAnswer answer = ask(NEW);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().propertyNames()).containsExactly("email", "expiresAt");
        assertThat(deployment.mail.sent())
                .extracting(RecordingMail.Sent::letter)
                .containsExactly(new Letter.AddressInUse());
    }

    // Between letter and click somebody else may prove the address.
    @Test
    void refusesAnAddressThatSomebodyElseProvedMeanwhile() {
        ask(NEW);
        arrive(NEW);

        HttpAnswer answer = confirm(mailedCode());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("email_in_use");
        assertThat(address()).isEqualTo(OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "@example.org", "a b@example.org", "a@b@example.org"})
    void refusesWhatIsNoAddress(String text) {
        HttpAnswer answer = ask(text);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid_email");
        assertThat(answer.json().get("field").asString()).isEqualTo("email");
        assertThat(deployment.mail.sent()).isEmpty();
    }

    @Test
    void refusesTheAddressThatTheyHave() {
        assertThat(ask(" MIRA@example.org ").code()).isEqualTo("same_email");
    }

    // Nobody's mailbox is filled from here.
    @Test
    void sendsNoMoreThanSoManyLettersADay() {
        for (int i = 0; i < ChangeEmail.MAILS_A_DAY_MAX; i++) {
            assertThat(ask("new" + i + "@example.org").status()).isEqualTo(202);
        }

        HttpAnswer answer = ask(NEW);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too_many_emails");
        assertThat(answer.header("retry-after")).isEqualTo("86400");
        assertThat(deployment.mail.sent()).hasSize(ChangeEmail.MAILS_A_DAY_MAX);
    }

    // A browser that was left open must not be enough to take an account over.
    @Test
    void needsAProofOfWhoTheyAreThatIsFresh() {
        deployment.clock.advance(Session.FRESH_MAX.plusSeconds(1));

        HttpAnswer answer = ask(NEW);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("reauthentication_required");
        assertThat(deployment.mail.sent()).isEmpty();
    }

    @Test
    void writesInTheLanguageThatThePersonChose() {
        browser.send(BrowserAt.event("change").body("{\"language\":\"de\"}"));

        ask(NEW);

        assertThat(deployment.mail.sent().getFirst().language()).isEqualTo(Language.DE);
    }

    @Test
    void asksToTryAgainWhileNobodyTakesLetters() {
        deployment.mail.fail(new TransientFailure("ses", "no answer"));

        assertThat(ask(NEW).status()).isEqualTo(503);
    }

    // A change that was made is not undone because nobody could be told.
    @Test
    void keepsAChangeThatNobodyCouldBeToldOf() {
        ask(NEW);
        String code = mailedCode();
        deployment.mail.fail(new TransientFailure("ses", "no answer"));

        assertThat(confirm(code).status()).isEqualTo(200);
        assertThat(address()).isEqualTo(NEW);
    }

    @Test
    void keepsTheCodeItselfNowhere() {
        ask(NEW);

        assertThat(deployment.emailChanges.pending(browser.session().user()).orElseThrow())
                .asString()
                .doesNotContain(mailedCode());
    }

    private void arrive(String address) {
        Identity identity = Samples.identity(2);
        User user =
                new User(
                        Samples.userId(2),
                        Samples.accountId(2),
                        new Email(address),
                        true,
                        "Somebody else",
                        null,
                        Samples.NOW,
                        null);
        deployment.users.create(
                identity,
                user,
                new LinkedIdentity(IdentityId.of(identity), "google", null, Samples.NOW));
    }

    private String address() {
        return browser.me().json().at("/user/email").asString();
    }

    /** The code of the last letter that has one. */
    private String mailedCode() {
        URI link =
                deployment.mail.sent().stream()
                        .map(RecordingMail.Sent::letter)
                        .filter(Letter.ConfirmAddress.class::isInstance)
                        .map(letter -> ((Letter.ConfirmAddress) letter).link())
                        .reduce((_, last) -> last)
                        .orElseThrow();
        assertThat(link.toString()).startsWith(Deployment.LOCAL + "/account?emailCode=");
        return link.getQuery().substring("emailCode=".length());
    }

    private HttpAnswer ask(String address) {
        return browser.send(BrowserAt.event("email").bodyField("email", address));
    }

    private HttpAnswer confirm(String code) {
        return browser.send(BrowserAt.event("email-confirm").bodyField("code", code));
    }
}
