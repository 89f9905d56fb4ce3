package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goal: people let programs act for them, within limits, and take it back at once. */
final class TokenTest {

    private static final List<String> GUARDED =
            List.of(
                    "sessions",
                    "end-session",
                    "end-sessions",
                    "tokens",
                    "make-token",
                    "revoke-token",
                    "acceptance");

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
    void makesATokenAndShowsItOnce() {
        HttpAnswer made = browser.send(event("make-token"));

        assertThat(made.status()).isEqualTo(201);
        String secret = made.json().get("secret").asString();
        assertThat(ApiTokenSecret.parse(secret)).isPresent();
        JsonNode listed = tokens().get(0);
        assertThat(listed).isEqualTo(made.json().get("token"));
        assertThat(secret).endsWith(listed.get("lastFour").asString());
        assertThat(listed.toString()).doesNotContain(secret.substring(50, 80));
        assertThat(listed.get("scopes").toString()).isEqualTo("[\"read\",\"create\"]");
    }

    @Test
    void aTokenActsForItsOwner() {
        String secret = make();

        HttpAnswer answer = withToken("me", secret);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/user/id").asString())
                .isEqualTo(browser.session().user().value());
        assertThat(tokens().get(0).get("lastUsedAt").asString())
                .isEqualTo(deployment.clock.instant().toString());
    }

    @Test
    void expiresAsItsOwnerSaid() {
        String secret = make();
        deployment.clock.advance(Duration.ofDays(30).minusMillis(1));
        assertThat(withToken("me", secret).status()).isEqualTo(200);

        deployment.clock.advance(Duration.ofMillis(1));

        assertThat(withToken("me", secret).code()).isEqualTo("invalid_token");
    }

    @Test
    void livesForNinetyDaysIfNobodySaysOtherwise() {
        HttpAnswer made = browser.send(event("make-token").withoutBodyField("expiresInDays"));

        assertThat(made.json().at("/token/expiresAt").asString())
                .isEqualTo(Samples.NOW.plus(Duration.ofDays(90)).toString());
    }

    @Test
    void isRevokedFromTheNextRequestOn() {
        String secret = make();
        String id = tokens().get(0).get("id").asString();

        assertThat(revoke(browser, id).status()).isEqualTo(204);

        assertThat(withToken("me", secret).code()).isEqualTo("invalid_token");
        assertThat(tokens()).isEmpty();
        assertThat(revoke(browser, id).code()).isEqualTo("unknown_token");
    }

    // A browser that was left open must not be enough to make what outlives it.
    @Test
    void makesNoneForASessionThatDidNotProveWhoItIsOfLate() {
        deployment.clock.advance(Session.FRESH_MAX.plusMillis(1));

        HttpAnswer answer = browser.send(event("make-token"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("reauthentication_required");
        assertThat(tokens()).isEmpty();
    }

    // A stolen token must not make another, hide itself, or end the sessions of its owner.
    @Test
    void aTokenReachesNothingThatGuardsTheAccount() {
        String secret = make();

        for (String name : GUARDED) {
            HttpAnswer answer = withToken(name, secret);

            assertThat(answer.status()).as(name).isEqualTo(403);
            assertThat(answer.code()).as(name).isEqualTo("session_required");
        }
    }

    @Test
    void aWrongTokenIsToldSoWhereAnyoneMayAsk() {
        assertThat(withToken("me", "halftone_nonsense").status()).isEqualTo(401);
    }

    @Test
    void saysWhichPartOfAWishIsWrong() {
        assertWrong("name", "", "invalid_name");
        assertWrong("name", "two\nlines", "invalid_name");
        assertWrong("name", "x".repeat(61), "invalid_name");
        assertWrong("scopes", "read", "invalid_field");
        assertWrong("scopes", List.of(), "unknown_scope");
        assertWrong("scopes", List.of("admin"), "unknown_scope");
        assertWrong("scopes", List.of("read", "Read"), "unknown_scope");
        assertWrong("expiresInDays", 0, "invalid_expiry");
        assertWrong("expiresInDays", -1, "invalid_expiry");
        assertWrong("expiresInDays", 366, "invalid_expiry");
        assertWrong("expiresInDays", 1L << 31, "invalid_field");
        assertThat(tokens()).isEmpty();
    }

    @Test
    void makesNoMoreThanAPersonMayHave() {
        for (int number = 0; number < ApiToken.PER_PERSON_MAX; number++) {
            make();
        }

        HttpAnswer answer = browser.send(event("make-token"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("too_many_tokens");
    }

    @Test
    void theTokenOfAnotherIsNotThere() {
        make();
        String id = tokens().get(0).get("id").asString();
        BrowserAt other = deployment.browser();
        SessionToken token = SessionToken.fresh(Samples.userId(9), new SeededEntropy(98));
        deployment.sessions.open(
                Session.open(token, Samples.accountId(9), deployment.clock.instant()));
        other.cookies.put("__Host-session", token.cookieValue());

        assertThat(revoke(other, id).code()).isEqualTo("unknown_token");
        assertThat(other.send(event("tokens")).json().get("items")).isEmpty();
        assertThat(tokens()).hasSize(1);
    }

    @Test
    void leavesAnEntryOfItsBeginningAndItsEnd() {
        make();
        revoke(browser, tokens().get(0).get("id").asString());

        List<AccountEvent.Kind> kinds =
                deployment
                        .events
                        .recent(browser.session().user(), deployment.clock.instant())
                        .stream()
                        .map(AccountEvent::kind)
                        .toList();

        assertThat(kinds)
                .contains(AccountEvent.Kind.TOKEN_CREATED, AccountEvent.Kind.TOKEN_REVOKED);
    }

    private void assertWrong(String field, Object value, String code) {
        HttpAnswer answer = browser.send(event("make-token").bodyField(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    private String make() {
        HttpAnswer made = browser.send(event("make-token"));
        assertThat(made.status()).isEqualTo(201);
        return made.json().get("secret").asString();
    }

    private JsonNode tokens() {
        return browser.send(event("tokens")).json().get("items");
    }

    /** Of a program: without a cookie, and with no word of where it comes from. */
    private HttpAnswer withToken(String name, String secret) {
        return deployment
                .browser()
                .send(
                        event(name)
                                .withoutHeader("sec-fetch-site")
                                .header("authorization", "Bearer " + secret));
    }

    private static HttpAnswer revoke(BrowserAt at, String id) {
        return at.send(event("revoke-token").pathParameter("id", id));
    }

    private static HttpEvent event(String name) {
        return BrowserAt.event(name);
    }
}
