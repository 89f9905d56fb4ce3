package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SigningKey;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.ratelimit.RateClass;
import dev.halftone.testing.InMemoryRateLimits;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RateGateTest {
    private static final String SUBMIT = "POST /v1/generations";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryRateLimits limits = new InMemoryRateLimits();
    private final InMemorySessions sessions = new InMemorySessions();
    private final SessionToken token = SessionToken.fresh(Samples.userId(1), new SeededEntropy(1));
    private final SessionGuard guard =
            new SessionGuard(
                    sessions, "__Host-", () -> URI.create("https://studio.example.org"), clock);
    private final HttpFunction function = function();

    RateGateTest() {
        sessions.open(Session.open(token, Samples.accountId(1), Samples.NOW));
    }

    private HttpFunction function() {
        Map<String, Route> routes = new HashMap<>();
        for (String route : new String[] {SUBMIT, "GET /v1/generations", "GET /v1/me"}) {
            routes.put(route, this::guarded);
        }
        routes.put("GET /v1/auth/google/start", _ -> HttpResponse.noContent());
        routes.put("POST /v1/reports/minor", _ -> HttpResponse.noContent());
        routes.put(
                "GET /v1/ledger/roots",
                _ -> HttpResponse.noContent().withHeader("cache-control", "public, max-age=60"));
        return new HttpFunction(routes, RateGate.of(limits, () -> SigningKey.ofBase64(KEY), clock));
    }

    private HttpResponse guarded(HttpRequest request) {
        return switch (guard.authenticate(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller _ -> HttpResponse.noContent();
        };
    }

    private HttpAnswer ask(String route) {
        return ask(route, "203.0.113.7");
    }

    private HttpAnswer ask(String route, String address) {
        HttpEvent event =
                HttpEvent.read("generation-submit", "submit")
                        .routeKey(route)
                        .sourceIp(address)
                        .cookie("__Host-session", token.cookieValue())
                        .header("origin", "https://studio.example.org");
        return new HttpAnswer(
                JsonMapper.shared()
                        .readTree(function.apply(new ByteArrayInputStream(event.bytes()))));
    }

    private void use(String route, int requests) {
        for (int request = 0; request < requests; request++) {
            assertThat(ask(route).status()).isEqualTo(204);
        }
    }

    // Goal: the limit is told before it is met, in the headers of the draft.
    @Test
    void tellsHowManyMoreAreAnswered() {
        HttpAnswer answer = ask(SUBMIT);

        assertThat(answer.header("ratelimit-policy")).isEqualTo("\"spend\";q=300;w=150");
        assertThat(answer.header("ratelimit")).isEqualTo("\"spend\";r=299;t=1");
    }

    // Goal: one too many is refused by a stable code that says when to come back.
    @Test
    void refusesOneTooManyAndSaysWhenTheNextIsAnswered() {
        use(SUBMIT, RateClass.SPEND.allowance().burst());

        HttpAnswer refused = ask(SUBMIT);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate_limited");
        assertThat(refused.header("retry-after")).isEqualTo("1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask(SUBMIT).status()).isEqualTo(204);
    }

    // Who may not submit any more may still look.
    @Test
    void countsEachClassByItself() {
        use(SUBMIT, RateClass.SPEND.allowance().burst());

        assertThat(ask("GET /v1/generations").status()).isEqualTo(204);
    }

    // Goal: signing in is counted by network, before anything is done.
    @Test
    void countsSignInsByNetwork() {
        use("GET /v1/auth/google/start", RateClass.SIGN_IN.allowance().burst());

        assertThat(ask("GET /v1/auth/google/start").status()).isEqualTo(429);
        assertThat(ask("GET /v1/auth/google/start", "203.0.113.8").status()).isEqualTo(204);
    }

    // Who reports shows nothing of who they are, whatever cookies they have.
    @Test
    void countsReportsByNetwork() {
        use("POST /v1/reports/minor", RateClass.SIGN_IN.allowance().burst());

        assertThat(ask("POST /v1/reports/minor").status()).isEqualTo(429);
        assertThat(ask("POST /v1/reports/minor", "203.0.113.8").status()).isEqualTo(204);
    }

    // Nobody can use up the requests of a person by claiming to be them.
    @Test
    void countsNobodyWhoIsNotKnown() {
        sessions.close(token);

        assertThat(ask(SUBMIT).status()).isEqualTo(401);
        assertThat(limits.writes()).isZero();
    }

    // Goal: while nobody can count, spending and signing in stop and reading goes on.
    @Test
    void closesWhatCostsAndOpensWhatIsReadWhileNobodyCanCount() {
        limits.setDown(true);

        assertThat(ask(SUBMIT).status()).isEqualTo(503);
        assertThat(ask("GET /v1/auth/google/start").status()).isEqualTo(503);
        HttpAnswer read = ask("GET /v1/me");
        assertThat(read.status()).isEqualTo(204);
        assertThat(read.header("ratelimit")).isEmpty();
    }

    // What a cache keeps for everybody says nothing of who filled it.
    @Test
    void tellsNothingInWhatACacheKeeps() {
        assertThat(ask("GET /v1/ledger/roots").header("ratelimit")).isEmpty();
    }
}
