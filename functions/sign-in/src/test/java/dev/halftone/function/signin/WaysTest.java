package dev.halftone.function.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.halftone.identity.StubIssuer;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: every way of the profile leads in, and none of them into somebody else's account. */
final class WaysTest {

    private Deployment deployment;
    private BrowserAt browser;
    private int made;

    @BeforeEach
    void deploy() {
        deployment = Deployment.local();
        browser = deployment.browser();
    }

    @AfterEach
    void undeploy() {
        deployment.close();
    }

    // A further provider is one more entry of the profile, and no code.
    @Test
    void comesByAProviderThatOnlyTheProfileNames() {
        browser.comeBack("club", browser.leave("club", "/", "sign-in"));

        assertThat(browser.me().json().get("user").get("email").asString())
                .isEqualTo("mira@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "firebase"})
    void exchangesAGenuineTokenForASession(String way) throws JOSEException {
        HttpAnswer answer = exchange(way, token(way, Map.of()), null);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.me().json().get("user").get("email").asString())
                .isEqualTo("mira@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "firebase"})
    void refusesAForgedTokenWithoutASession(String way) throws JOSEException {
        String forged = token(way, Map.of()).replaceAll("\\.[^.]+$", ".AAAA");

        HttpAnswer answer = exchange(way, forged, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("sign_in_refused");
        assertThat(deployment.sessions.count()).isZero();
    }

    // Whoever another provider vouches for is nobody's account by their address.
    @Test
    void takesNobodyIntoAnAccountByTheirAddress() throws JOSEException {
        browser.signedIn();
        BrowserAt stranger = deployment.browser();

        HttpAnswer answer = exchange(stranger, "clerk", token("clerk", Map.of()), null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("account_not_linked");
        assertThat(deployment.users.count()).isEqualTo(1);
    }

    @Test
    void needsAnAddressOfSomebodyNew() throws JOSEException {
        HttpAnswer answer =
                exchange("firebase", token("firebase", Map.of("email_verified", false)), null);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("email_required");
        assertThat(deployment.users.count()).isZero();
    }

    @Test
    void refusesAnotherSite() throws JOSEException {
        HttpAnswer answer =
                browser.send(
                        exchangeEvent("clerk", token("clerk", Map.of()), null)
                                .header("sec-fetch-site", "cross-site"));

        assertThat(answer.code()).isEqualTo("cross_site_request");
    }

    // Linking gives another session, and both ways then lead to one person.
    @Test
    void linksAFurtherWayOfWhoIsSignedIn() throws JOSEException {
        browser.signedIn();
        String before = browser.session().secret();

        HttpAnswer answer = exchange("clerk", token("clerk", Map.of()), "link");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.session().secret()).isNotEqualTo(before);
        assertThat(identities()).isEqualTo(2);
        BrowserAt other = deployment.browser();
        exchange(other, "clerk", token("clerk", Map.of()), null);
        assertThat(other.session().user()).isEqualTo(browser.session().user());
    }

    @Test
    void linksNothingThatIsSomebodyElses() throws JOSEException {
        exchange("clerk", token("clerk", Map.of("email", "other@example.org")), null);
        BrowserAt mira = deployment.browser().signedIn();

        HttpAnswer answer = exchange(mira, "clerk", token("clerk", Map.of()), "link");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("identity_in_use");
    }

    // What could cost a person the account needs a fresh proof of who they are.
    @Test
    void linksNothingInASessionThatIsNotFresh() throws JOSEException {
        browser.signedIn();
        deployment.clock.advance(Duration.ofMinutes(11));

        HttpAnswer answer = exchange("clerk", token("clerk", Map.of()), "link");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("reauthentication_required");
    }

    @Test
    void confirmsByACodeAndGivesAnotherSession() {
        browser.signedIn();
        deployment.clock.advance(Duration.ofMinutes(11));
        String before = browser.session().secret();

        browser.comeBack("google", browser.leave("google", "/account", "confirm"));

        assertThat(browser.session().secret()).isNotEqualTo(before);
        assertThat(browser.send(unlink(identity(0))).code()).isEqualTo("last_identity");
    }

    // Whoever sits at a machine where its owner is signed in at the provider confirms nothing.
    @ParameterizedTest
    @CsvSource({"club, auth_time", "clerk, fva", "firebase, auth_time"})
    void confirmsNothingByASignInOfLongAgo(String way, String claim) throws JOSEException {
        BrowserAt owner = linked(way);
        deployment.clock.advance(Duration.ofMinutes(11));
        String before = owner.session().secret();
        Object old = claim.equals("fva") ? List.of(6, -1) : now() - 301;

        assertThat(confirm(owner, way, Map.of(claim, old))).isEqualTo(401);

        assertThat(owner.session().secret()).isEqualTo(before);
        assertThat(confirm(owner, way, Map.of())).isLessThan(400);
        assertThat(owner.session().secret()).isNotEqualTo(before);
    }

    // One that a script or a log let out is worth nothing once it has opened a session.
    @ParameterizedTest
    @ValueSource(strings = {"clerk", "firebase"})
    void takesATokenOnce(String way) throws JOSEException {
        String token = token(way, Map.of());
        exchange(way, token, null);

        HttpAnswer again = exchange(deployment.browser(), way, token, null);

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.code()).isEqualTo("sign_in_refused");
        assertThat(deployment.sessions.count()).isEqualTo(1);
    }

    // The last character of a signature has spare bits: another spelling is the same token.
    @Test
    void takesATokenOnceHoweverItsSignatureIsSpelled() throws JOSEException {
        String token = token("clerk", Map.of());
        exchange("clerk", token, null);
        char last = token.charAt(token.length() - 1);
        String spelled = token.substring(0, token.length() - 1) + (char) (last + 1);

        assertThat(exchange(deployment.browser(), "clerk", spelled, null).status()).isEqualTo(401);
        assertThat(deployment.sessions.count()).isEqualTo(1);
    }

    @Test
    void confirmsNobodyElse() {
        browser.signedIn();
        String before = browser.session().secret();
        deployment.issuer.claims(claims -> with(claims, "sub", "somebody else"));

        HttpAnswer answer =
                browser.comeBack("google", browser.leave("google", "/account", "confirm"));

        assertThat(answer.header("location")).isEqualTo("/account?signInError=another_person");
        assertThat(browser.session().secret()).isEqualTo(before);
    }

    @Test
    void unlinksAWayAndKeepsTheLastOne() throws JOSEException {
        browser.signedIn();
        exchange("clerk", token("clerk", Map.of()), "link");
        String before = browser.session().secret();

        assertThat(browser.send(unlink(identity(0))).status()).isEqualTo(204);

        assertThat(browser.session().secret()).isNotEqualTo(before);
        assertThat(identities()).isEqualTo(1);
        assertThat(browser.send(unlink(identity(0))).code()).isEqualTo("last_identity");
        assertThat(changes()).containsExactlyInAnyOrder("way_linked", "way_unlinked");
    }

    // The prompt's token counts with the nonce of this browser's cookie, and once only.
    @Test
    void comesByGooglesPrompt() throws JOSEException {
        String nonce = prompt();

        HttpAnswer answer = browser.send(tap(token("google", Map.of("nonce", nonce))));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.cookies).containsOnlyKeys("__Host-session");
        assertThat(browser.send(tap(token("google", Map.of("nonce", nonce)))).status())
                .isEqualTo(401);
    }

    @Test
    void refusesAPromptsTokenOfAnotherNonceOrWithoutTheCookie() throws JOSEException {
        String nonce = prompt();

        assertThat(browser.send(tap(token("google", Map.of("nonce", "another")))).status())
                .isEqualTo(401);
        assertThat(browser.send(tap(token("google", Map.of("nonce", nonce)))).status())
                .isEqualTo(401);
        assertThat(deployment.sessions.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "exp", "unsigned"})
    void refusesAPromptsTokenThatIsNotGenuineOrNotForUs(String wrong) throws JOSEException {
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("nonce", prompt()));
        if (wrong.equals("aud")) {
            claims.put("aud", "another client");
        } else if (wrong.equals("exp")) {
            claims.put("exp", deployment.clock.instant().getEpochSecond() - 3600);
        }
        String credential = token("google", claims);
        String shown =
                wrong.equals("unsigned")
                        ? credential.substring(0, credential.lastIndexOf('.') + 1)
                        : credential;

        assertThat(browser.send(tap(shown)).status()).isEqualTo(401);
        assertThat(deployment.sessions.count()).isZero();
    }

    // The form of Google's own script: its token twice, and our nonce.
    @ParameterizedTest
    @ValueSource(strings = {"same", "other", "no field", "no cookie"})
    void takesTheFormOfGooglesScriptWithItsTokenTwice(String which) throws JOSEException {
        String credential = token("google", Map.of("nonce", prompt()));
        if (!which.equals("no cookie")) {
            browser.cookies.put("g_csrf_token", which.equals("other") ? "another" : "token");
        }
        String field = which.equals("no field") ? "" : "&g_csrf_token=token";

        HttpAnswer answer =
                browser.send(
                        BrowserAt.event("one-tap")
                                .header("content-type", "application/x-www-form-urlencoded")
                                .body("credential=" + encode(credential) + field));

        assertThat(answer.status()).isEqualTo(which.equals("same") ? 302 : 401);
        assertThat(deployment.sessions.count()).isEqualTo(which.equals("same") ? 1 : 0);
    }

    @Test
    void knowsNoOtherWays() {
        assertThat(browser.send(BrowserAt.way("start", "nowhere")).code()).isEqualTo("unknown_way");
    }

    private String prompt() {
        return browser.send(BrowserAt.event("one-tap-prompt")).json().get("nonce").asString();
    }

    private static HttpEvent tap(String credential) {
        return BrowserAt.event("one-tap").bodyField("credential", credential);
    }

    private List<String> changes() {
        return browser.send(BrowserAt.event("events"))
                .json()
                .get("items")
                .valueStream()
                .map(change -> change.get("kind").asString())
                .toList();
    }

    private HttpAnswer exchange(String way, String token, @Nullable String purpose) {
        return exchange(browser, way, token, purpose);
    }

    private static HttpAnswer exchange(
            BrowserAt by, String way, String token, @Nullable String purpose) {
        return by.send(exchangeEvent(way, token, purpose));
    }

    private static HttpEvent exchangeEvent(String way, String token, @Nullable String purpose) {
        HttpEvent event = BrowserAt.way("exchange", way).bodyField("token", token);
        return purpose == null ? event : event.bodyField("purpose", purpose);
    }

    /** Somebody who comes by the way. */
    private BrowserAt linked(String way) throws JOSEException {
        if (way.equals("club")) {
            browser.comeBack(way, browser.leave(way, "/", "sign-in"));
        } else {
            exchange(way, token(way, Map.of()), null);
        }
        return browser;
    }

    /** The status of an attempt to confirm by what the provider then says. */
    private int confirm(BrowserAt by, String way, Map<String, Object> says) throws JOSEException {
        if (!way.equals("club")) {
            return exchange(by, way, token(way, says), "confirm").status();
        }
        deployment.issuer.claims(
                claims -> {
                    Map<String, Object> changed = new LinkedHashMap<>(claims);
                    changed.putAll(says);
                    return changed;
                });
        return by.comeBack(way, by.leave(way, "/account", "confirm")).status();
    }

    private long now() {
        return deployment.clock.instant().getEpochSecond();
    }

    private static HttpEvent unlink(String id) {
        return BrowserAt.event("unlink").pathParameter("id", id);
    }

    private String identity(int position) {
        return browser.send(BrowserAt.event("identities"))
                .json()
                .at("/identities/" + position + "/id")
                .asString();
    }

    private int identities() {
        return browser.send(BrowserAt.event("identities")).json().get("identities").size();
    }

    private String token(String way, Map<String, Object> changes) throws JOSEException {
        long now = deployment.clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", deployment.issuer.issuer().toString());
        claims.put("sub", "of " + way);
        claims.put("jti", "token " + ++made);
        claims.put("email", "mira@example.org");
        claims.put("email_verified", true);
        claims.put("iat", now);
        claims.put("exp", now + 60);
        if (way.equals("clerk")) {
            claims.put("azp", Deployment.LOCAL);
            claims.put("sid", "sess_1");
            claims.put("v", 2);
            claims.put("fva", List.of(0, -1));
        } else {
            claims.put("aud", StubIssuer.CLIENT_ID);
            claims.put("auth_time", now);
            claims.put("firebase", Map.of("sign_in_provider", "password"));
        }
        claims.putAll(changes);
        return StubIssuer.sign(claims, StubIssuer.ownKey());
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return changed;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
