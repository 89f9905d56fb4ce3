package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.UserState;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionGuardTest {
    private static final String COOKIE = "__Host-session";
    private static final Map<String, String> OWN = Map.of("sec-fetch-site", "same-origin");

    private final InMemorySessions sessions = new InMemorySessions();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final SessionToken token = SessionToken.fresh(Samples.userId(1), new SeededEntropy(1));
    private final SessionGuard guard =
            new SessionGuard(
                    sessions, "__Host-", () -> URI.create("https://studio.example.org"), clock);

    SessionGuardTest() {
        sessions.open(Session.open(token, Samples.accountId(1), Samples.NOW));
    }

    // The whole table of where an unsafe request may come from; '-' is an absent header.
    @ParameterizedTest
    @CsvSource({
        "same-origin, -,                              true",
        "same-origin, https://evil.example,           true",
        "same-site,   https://studio.example.org,     false",
        "cross-site,  https://studio.example.org,     false",
        "none,        https://studio.example.org,     false",
        "'',          https://studio.example.org,     false",
        "SAME-ORIGIN, https://studio.example.org,     false",
        "-,           https://studio.example.org,     true",
        "-,           https://studio.example.org/,    false",
        "-,           https://studio.example.org:443, false",
        "-,           http://studio.example.org,      false",
        "-,           https://evil.example,           false",
        "-,           https://studio.example.org.evil.example, false",
        "-,           null,                           false",
        "-,           -,                              false"
    })
    void letsOnlyOurOwnPagesChangeAnything(String site, String origin, boolean allowed) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!site.equals("-")) {
            headers.put("sec-fetch-site", site);
        }
        if (!origin.equals("-")) {
            headers.put("origin", origin);
        }

        Guarded guarded = guard.authenticate(Requests.unsafe(headers, cookies()));

        if (allowed) {
            assertThat(guarded).isInstanceOf(Guarded.Caller.class);
            assertThat(guard.crossSite(Requests.unsafe(headers, Map.of()))).isEmpty();
        } else {
            assertRefused(guarded, 403, "cross_site_request");
            assertThat(guard.crossSite(Requests.unsafe(headers, Map.of()))).isPresent();
        }
    }

    @Test
    void readingMayComeFromAnywhere() {
        HttpRequest request =
                Requests.withHeader(Requests.get(cookies()), "sec-fetch-site", "cross-site");

        assertThat(guard.authenticate(request)).isInstanceOf(Guarded.Caller.class);
    }

    @Test
    void knowsTheCaller() {
        Guarded guarded = guard.authenticate(Requests.get(cookies()));

        assertThat(((Guarded.Caller) guarded).signedIn().user()).isEqualTo(Samples.userId(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "usr_00000000000000000000000000000001",
                "usr_00000000000000000000000000000001.",
                "usr_00000000000000000000000000000001.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "../../x.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesTokensThatOpenNothing(String value) {
        Guarded guarded = guard.authenticate(Requests.get(Map.of(COOKIE, value)));

        assertRefused(guarded, 401, "sign_in_required");
    }

    @Test
    void refusesTheSecretOfOneUnderTheNameOfAnother() {
        String stolen = Samples.userId(2) + "." + token.secret();

        assertRefused(
                guard.authenticate(Requests.get(Map.of(COOKIE, stolen))), 401, "sign_in_required");
    }

    @Test
    void takesNoCookieOfAnotherName() {
        Guarded guarded = guard.authenticate(Requests.get(Map.of("session", token.cookieValue())));

        assertRefused(guarded, 401, "sign_in_required");
    }

    @Test
    void revocationActsOnTheNextRequest() {
        sessions.close(token);

        assertRefused(guard.authenticate(Requests.get(cookies())), 401, "sign_in_required");
    }

    @Test
    void refusesSuspendedPeople() {
        sessions.changeStanding(Samples.userId(1), UserState.Standing.SUSPENDED);

        assertRefused(guard.authenticate(Requests.get(cookies())), 403, "account_suspended");
    }

    @Test
    void anUsedSessionOutlivesItsFirstIdlePeriod() {
        clock.advance(Session.IDLE_MAX.minusHours(1));
        guard.authenticate(Requests.get(cookies()));
        clock.advance(Duration.ofHours(2));

        assertThat(guard.authenticate(Requests.get(cookies()))).isInstanceOf(Guarded.Caller.class);
    }

    @Test
    void noSessionOutlivesItsAge() {
        for (int day = 0; day < Session.AGE_MAX.toDays(); day++) {
            assertThat(guard.authenticate(Requests.get(cookies())))
                    .isInstanceOf(Guarded.Caller.class);
            clock.advance(Duration.ofDays(1));
        }

        assertRefused(guard.authenticate(Requests.get(cookies())), 401, "sign_in_required");
    }

    @Test
    void wantsTheCurrentPolicyAccepted() {
        HttpRequest request = Requests.get(cookies());

        assertRefused(
                guard.authenticateAccepted(request, Samples.profile()), 403, "acceptance_required");
        sessions.accept(Samples.userId(1), new Acceptance("2020-01-01", 18, Samples.NOW));
        assertRefused(
                guard.authenticateAccepted(request, Samples.profile()), 403, "acceptance_required");
        sessions.accept(Samples.userId(1), new Acceptance(Samples.POLICY_VERSION, 18, Samples.NOW));
        assertThat(guard.authenticateAccepted(request, Samples.profile()))
                .isInstanceOf(Guarded.Caller.class);
    }

    @Test
    void aGuardForReadsKnowsNoOtherMethod() {
        SessionGuard reads = SessionGuard.forReads(sessions, "__Host-", clock);

        assertThat(reads.authenticate(Requests.get(cookies()))).isInstanceOf(Guarded.Caller.class);
        assertThatThrownBy(
                        () ->
                                reads.authenticate(
                                        Requests.unsafe(Map.of("origin", "null"), cookies())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(reads.authenticate(Requests.unsafe(OWN, cookies())))
                .isInstanceOf(Guarded.Caller.class);
    }

    @Test
    void theCookieIsForThisHostAlone() {
        SessionCookie cookie = new SessionCookie("__Host-");

        assertThat(cookie.set(token))
                .isEqualTo(
                        "__Host-session=%s; Max-Age=2592000; Path=/; Secure; HttpOnly; SameSite=Lax"
                                .formatted(token.cookieValue()));
        assertThat(cookie.clear())
                .isEqualTo("__Host-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(new SessionCookie("").clear())
                .isEqualTo("session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void whoIsGoneIsNobody() {
        sessions.changeStanding(Samples.userId(1), UserState.Standing.DELETED);

        assertRefused(guard.authenticate(Requests.get(cookies())), 401, "sign_in_required");
    }

    @Test
    void aSessionThatBeganBeforeAllWereEndedIsOver() {
        Session session = Session.open(token, Samples.accountId(1), Samples.NOW);
        sessions.endBefore(Samples.userId(1), Samples.NOW.plusMillis(1));
        // As if its deletion had been lost.
        sessions.open(session);

        assertRefused(guard.authenticate(Requests.get(cookies())), 401, "sign_in_required");
    }

    @Test
    void demotionActsOnTheNextRequest() {
        sessions.changeRole(Samples.userId(1), UserState.Role.OPERATOR);
        assertThat(role()).isEqualTo(UserState.Role.OPERATOR);

        sessions.changeRole(Samples.userId(1), UserState.Role.USER);

        assertThat(role()).isEqualTo(UserState.Role.USER);
    }

    @Test
    void asksForTheCallerOnceInARequest() {
        int before = sessions.reads();

        guard.authenticateFresh(Requests.get(cookies()));

        assertThat(sessions.reads() - before).isOne();
    }

    // The proof of who somebody is counts to the minute, and not a millisecond longer.
    @Test
    void wantsAFreshProofOfIdentityForWhatMustNotGoWrong() {
        clock.advance(Session.FRESH_MAX);
        assertThat(guard.authenticateFresh(Requests.get(cookies())))
                .isInstanceOf(Guarded.Caller.class);

        clock.advance(Duration.ofMillis(1));

        assertRefused(
                guard.authenticateFresh(Requests.get(cookies())), 403, "reauthentication_required");
        assertThat(guard.authenticate(Requests.get(cookies()))).isInstanceOf(Guarded.Caller.class);
    }

    private UserState.Role role() {
        Guarded guarded = guard.authenticate(Requests.get(cookies()));
        return ((Guarded.Caller) guarded).signedIn().state().role();
    }

    private Map<String, String> cookies() {
        return Map.of(COOKIE, token.cookieValue());
    }

    private static void assertRefused(Guarded guarded, int status, String code) {
        assertThat(guarded).isInstanceOf(Guarded.Refused.class);
        HttpResponse response = ((Guarded.Refused) guarded).response();
        assertThat(response.status()).isEqualTo(status);
        assertThat(Json.tree(response.body().text()).get("code").asString()).isEqualTo(code);
    }
}
