package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.account.Scope;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.UserState;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: a token does exactly what its owner made it for, and nothing that only people do. */
class BearerTokenTest {
    private final InMemorySessions sessions = new InMemorySessions();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final SeededEntropy entropy = new SeededEntropy(3);
    private final ApiTokenSecret secret = ApiTokenSecret.fresh(Samples.userId(1), entropy);
    private final SessionToken other = SessionToken.fresh(Samples.userId(2), entropy);
    private final SessionGuard guard =
            new SessionGuard(
                    sessions, "__Host-", () -> URI.create("https://studio.example.org"), clock);

    BearerTokenTest() {
        sessions.open(Session.open(other, Samples.accountId(2), Samples.NOW));
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void aTokenDoesOnlyWhatItWasMadeFor(Scope wanted) {
        create(EnumSet.complementOf(EnumSet.of(wanted)));
        assertRefused(guard.authenticate(get(secret.text()), wanted), 403, "insufficient_scope");

        create(Set.of(wanted));

        assertThat(user(guard.authenticate(get(secret.text()), wanted)))
                .isEqualTo(Samples.userId(1).value());
    }

    @Test
    void readingNeedsReadAndChangingNeedsManage() {
        create(Set.of(Scope.READ));

        assertThat(guard.authenticate(get(secret.text()))).isInstanceOf(Guarded.Caller.class);
        assertRefused(guard.authenticate(post(secret.text())), 403, "insufficient_scope");
    }

    @Test
    void spendingNeedsCreateAndTheOwnersAcceptance() {
        create(Set.of(Scope.CREATE));
        assertRefused(
                guard.authenticateAccepted(post(secret.text()), Samples.profile()),
                403,
                "acceptance_required");

        sessions.accept(Samples.userId(1), new Acceptance(Samples.POLICY_VERSION, 18, Samples.NOW));

        assertThat(guard.authenticateAccepted(post(secret.text()), Samples.profile()))
                .isInstanceOf(Guarded.Caller.class);
    }

    @Test
    void aTokenIsNeverAPersonAtABrowser() {
        create(EnumSet.allOf(Scope.class));

        assertRefused(guard.authenticateSession(get(secret.text())), 403, "session_required");
        assertRefused(guard.authenticateFresh(post(secret.text())), 403, "session_required");
    }

    // Whoever shows a token means it, whatever cookies the browser of a developer adds.
    @Test
    void theTokenWinsOverTheCookieBesideItAndMayComeFromAnywhere() {
        create(EnumSet.allOf(Scope.class));
        HttpRequest request = withCookie(post(secret.text()));

        assertThat(user(guard.authenticate(request))).isEqualTo(Samples.userId(1).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "bearer halftone_x_y"})
    void aCookieDoesNotMendAWrongToken(String header) {
        HttpRequest request = withCookie(withHeader(header));

        assertRefused(guard.authenticate(request), 401, "invalid_token");
    }

    @Test
    void credentialsOfAnotherKindAreNotOurs() {
        HttpRequest request = withCookie(withHeader("Basic aGFsZnRvbmU6cHc="));

        assertThat(user(guard.authenticate(request))).isEqualTo(Samples.userId(2).value());
    }

    @ParameterizedTest
    @CsvSource({"unknown", "revoked", "expired", "owner gone"})
    void whateverATokenDiedOfTheAnswerIsTheSame(String cause) {
        ApiToken token = create(EnumSet.allOf(Scope.class));
        switch (cause) {
            case "unknown", "revoked" -> sessions.revoke(token.user(), token.id(), clock.instant());
            case "expired" -> clock.advance(Duration.ofDays(90));
            default -> sessions.changeStanding(token.user(), UserState.Standing.DELETED);
        }

        Guarded guarded = guard.authenticate(get(secret.text()));

        assertRefused(guarded, 401, "invalid_token");
        assertThat(((Guarded.Refused) guarded).response().headers())
                .containsEntry("www-authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void suspensionOfItsOwnerActsOnTheNextRequest() {
        create(EnumSet.allOf(Scope.class));
        sessions.changeStanding(Samples.userId(1), UserState.Standing.SUSPENDED);

        assertRefused(guard.authenticate(get(secret.text())), 403, "account_suspended");
    }

    @Test
    void endingAllSessionsLeavesTokensAlone() {
        create(Set.of(Scope.READ));
        sessions.endBefore(Samples.userId(1), Samples.NOW.plusSeconds(60));

        assertThat(guard.authenticate(get(secret.text()))).isInstanceOf(Guarded.Caller.class);
    }

    @Test
    void notesTheUseAtMostOnceAnHour() {
        create(Set.of(Scope.READ));
        guard.authenticate(get(secret.text()));
        Instant first = clock.instant();
        clock.advance(Duration.ofMinutes(59));
        guard.authenticate(get(secret.text()));
        assertThat(lastUsed()).isEqualTo(first);

        clock.advance(Duration.ofMinutes(2));
        guard.authenticate(get(secret.text()));

        assertThat(lastUsed()).isEqualTo(clock.instant());
    }

    @Test
    void asksForTheCallerOnceInARequest() {
        create(Set.of(Scope.READ));
        int before = sessions.reads();

        guard.authenticate(withCookie(get(secret.text())));

        assertThat(sessions.reads() - before).isOne();
    }

    @Test
    void aTypingErrorCostsNoRead() {
        int before = sessions.reads();
        String text = secret.text();

        guard.authenticate(get(text.substring(0, text.length() - 1) + "!"));
        guard.authenticate(get(text.replace('a', 'b')));

        assertThat(sessions.reads() - before).isZero();
    }

    private @Nullable Instant lastUsed() {
        return sessions.all(Samples.userId(1), clock.instant()).getFirst().lastUsedAt();
    }

    private ApiToken create(Set<Scope> scopes) {
        ApiToken token =
                new ApiToken(
                        Samples.userId(1),
                        Samples.accountId(1),
                        secret.hash(),
                        "A script",
                        scopes,
                        Samples.NOW,
                        Samples.NOW.plus(ApiToken.LIFE_USUAL),
                        null,
                        secret.lastFour());
        sessions.create(token, Samples.NOW);
        return token;
    }

    private static HttpRequest get(String token) {
        return Requests.withHeader(Requests.get(Map.of()), "authorization", "Bearer " + token);
    }

    private static HttpRequest post(String token) {
        return Requests.unsafe(
                Map.of("authorization", "Bearer " + token, "sec-fetch-site", "cross-site"),
                Map.of());
    }

    private HttpRequest withHeader(String authorization) {
        return Requests.withHeader(Requests.get(Map.of()), "authorization", authorization);
    }

    private HttpRequest withCookie(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        HttpRequest with =
                request.isSafe()
                        ? Requests.get(Map.of("__Host-session", other.cookieValue()))
                        : Requests.unsafe(headers, Map.of("__Host-session", other.cookieValue()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            with = Requests.withHeader(with, header.getKey(), header.getValue());
        }
        return with;
    }

    private static String user(Guarded guarded) {
        assertThat(guarded).isInstanceOf(Guarded.Caller.class);
        return ((Guarded.Caller) guarded).signedIn().user().value();
    }

    private static void assertRefused(Guarded guarded, int status, String code) {
        assertThat(guarded).isInstanceOf(Guarded.Refused.class);
        HttpResponse response = ((Guarded.Refused) guarded).response();
        assertThat(response.status()).isEqualTo(status);
        assertThat(Json.tree(response.body().text()).get("code").asString()).isEqualTo(code);
    }
}
