package dev.halftone.function.signin;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.User;
import dev.halftone.core.account.UserId;
import dev.halftone.core.account.UserState;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.privacy.StoredRecord;
import dev.halftone.identity.StubIssuer;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.InMemoryAccountEvents;
import dev.halftone.testing.InMemoryEmailChanges;
import dev.halftone.testing.InMemoryPrivacyRequests;
import dev.halftone.testing.InMemoryRateLimits;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.InMemorySpentProofs;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.InMemorySubscriptions;
import dev.halftone.testing.InMemoryUsers;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingMail;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole function behind its real handler, on ports in memory, with a strict provider. */
final class Deployment implements AutoCloseable {
    static final String OPERATOR = "privacy@halftone.example";
    static final String LOCAL = "http://localhost:8080";

    final MutableClock clock = new MutableClock(Samples.NOW);
    final StubIssuer issuer = StubIssuer.start(clock);
    final InMemorySessions sessions = new InMemorySessions();
    final InMemoryRateLimits limits = new InMemoryRateLimits();
    final InMemoryUsers users = new InMemoryUsers();
    final InMemoryAccountEvents events = new InMemoryAccountEvents();
    final InMemoryEmailChanges emailChanges = new InMemoryEmailChanges(users);
    final RecordingMail mail = new RecordingMail();
    final InMemoryPrivacyRequests requests = new InMemoryPrivacyRequests();
    final InMemoryStudio studio = new InMemoryStudio();
    final InMemorySubscriptions subscriptions = new InMemorySubscriptions();
    final HandlerDriver driver;

    private Deployment(String publicUrl, Map<String, String> overrides) {
        SignInPorts ports =
                new SignInPorts(
                        sessions,
                        limits,
                        sessions,
                        sessions,
                        new InMemorySpentProofs(),
                        users,
                        events,
                        emailChanges,
                        mail,
                        requests,
                        this::records,
                        users,
                        studio.ledger(),
                        subscriptions,
                        secrets(publicUrl),
                        Samples.profile(),
                        new SeededEntropy(7),
                        clock);
        Map<String, String> variables = variables(issuer);
        variables.putAll(overrides);
        driver =
                ScopedValue.where(TestSignInApplication.PORTS, ports)
                        .call(
                                () ->
                                        HandlerDriver.start(
                                                variables,
                                                () ->
                                                        new SignInHandler(
                                                                TestSignInApplication.class)));
    }

    static Deployment local() {
        return new Deployment(LOCAL, Map.of());
    }

    static Deployment at(String publicUrl, Map<String, String> overrides) {
        return new Deployment(publicUrl, overrides);
    }

    BrowserAt browser() {
        return new BrowserAt(this);
    }

    /** What the tables would hold of a person, as far as this function's tests ask for it. */
    private List<StoredRecord> records(UserId user, AccountId account, Instant now) {
        User person = users.find(user).orElseThrow();
        return List.of(
                new StoredRecord(
                        "AccountsTable",
                        "PROFILE",
                        Map.of(
                                "pk",
                                "USER#" + user,
                                "email",
                                person.email().value(),
                                "name",
                                person.name(),
                                "v",
                                1L)));
    }

    Account account(SessionToken token) {
        AccountId id = sessions.find(token).orElseThrow().account();
        return studio.ledger().account(id).orElseGet(() -> Account.empty(id));
    }

    void suspend(SessionToken token) {
        sessions.changeStanding(token.user(), UserState.Standing.SUSPENDED);
    }

    @Override
    public void close() {
        issuer.close();
    }

    private static Map<String, String> variables(StubIssuer issuer) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SESSIONS_TABLE", "sessions");
        variables.put("INSIGHT_TABLE", "insight");
        variables.put("ACCOUNTS_TABLE", "accounts");
        variables.put("LEDGER_TABLE", "ledger");
        variables.put("PROFILE", "halftone");
        variables.put("PUBLIC_URL_PARAMETER", "/halftone/test/public-url");
        variables.put("SIGNING_KEY_PARAMETER", "/halftone/test/signing-key");
        variables.put("MAIL_SENDER", "no-reply@halftone.example");
        variables.put("OPERATOR_MAIL", OPERATOR);
        variables.put("SIGN_IN_PARAMETERS", "/halftone/test/sign-in/");
        variables.put(
                "SIGN_IN_STAND_INS",
                Stream.of("google", "clerk", "firebase", "club")
                        .map(way -> way + "=" + issuer.issuer())
                        .collect(Collectors.joining(",")));
        variables.put("COOKIE_PREFIX", "__Host-");
        return variables;
    }

    private static FixedSecrets secrets(String publicUrl) {
        byte[] key = "the signing key of every test, no secret".getBytes(StandardCharsets.UTF_8);
        return new FixedSecrets(
                Map.of(
                        "/halftone/test/public-url",
                        publicUrl,
                        "/halftone/test/signing-key",
                        Base64.getEncoder().encodeToString(key),
                        "/halftone/test/sign-in/google",
                        StubIssuer.CLIENT_SECRET,
                        "/halftone/test/sign-in/club",
                        StubIssuer.CLIENT_SECRET));
    }
}
