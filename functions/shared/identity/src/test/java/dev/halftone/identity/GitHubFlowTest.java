package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.SecretText;
import dev.halftone.core.account.Email;
import dev.halftone.core.account.Identity;
import dev.halftone.core.profile.SignInWay;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: whom GitHub vouches for, and by which address, whatever it answers. */
final class GitHubFlowTest {

    private static final URI REDIRECT_URI =
            URI.create("https://studio.example.org/v1/auth/github/callback");
    private static final String TOKEN =
            "{\"access_token\":\"gho_1\",\"scope\":\"read:user,user:email\"}";
    private static final String USER =
            "{\"id\":583231,\"login\":\"mira\",\"name\":null,\"email\":null}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final Map<String, String> cookies = new HashMap<>();
    private HttpServer github;
    private CodeFlow flow;

    @BeforeEach
    void start() throws IOException {
        github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        github.createContext("/", this::answer);
        github.start();
        flow =
                CodeFlow.of(
                        SignInWay.Kind.GITHUB,
                        new ClientRegistration(
                                "github", issuer(), "client", () -> new SecretText("secret")),
                        Browser.seal(5, new MutableClock(Samples.NOW)));
        answers.put("/access_token", TOKEN);
        answers.put("/api/user", USER);
        answers.put("/api/user/emails", emails("mira@example.org", true, true));
    }

    @AfterEach
    void stop() {
        github.stop(0);
    }

    @Test
    void knowsAPersonByNumberAndByThePrimaryVerifiedAddress() {
        CallbackOutcome outcome = signIn();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CallbackOutcome.Verified.class,
                        verified -> {
                            assertThat(verified.person().identity())
                                    .isEqualTo(new Identity(issuer().toString(), "583231"));
                            assertThat(verified.person().email())
                                    .isEqualTo(new Email("mira@example.org"));
                            assertThat(verified.person().emailVerified()).isTrue();
                            assertThat(verified.person().name()).isEqualTo("mira");
                        });
        assertThat(asked.get("/access_token")).contains("code_verifier=", "client_secret=secret");
    }

    // What only its owner can prove is taken for nobody's: no guess among several.
    @ParameterizedTest
    @CsvSource({
        "mira@example.org,true,false",
        "mira@example.org,false,true",
        "7+mira@users.noreply.github.com,true,true"
    })
    void takesNoOtherAddress(String address, boolean primary, boolean verified) {
        answers.put("/api/user/emails", emails(address, primary, verified));

        assertNoAddress(signIn());
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void doesWithoutAddressesThatAreNotShown(int status) {
        statuses.put("/api/user/emails", status);

        assertNoAddress(signIn());
    }

    @Test
    void asksForNoAddressesWithoutTheScope() {
        answers.put("/access_token", "{\"access_token\":\"gho_1\",\"scope\":\"read:user\"}");

        assertNoAddress(signIn());
        assertThat(asked).doesNotContainKey("/api/user/emails");
    }

    // GitHub refuses with status 200.
    @ParameterizedTest
    @CsvSource({
        "bad_verification_code,CODE_REFUSED",
        "incorrect_client_credentials,CLIENT_REFUSED",
        "redirect_uri_mismatch,CLIENT_REFUSED"
    })
    void readsARefusalThatSaysItIsFine(String error, Rejection rejection) {
        answers.put(
                "/access_token", "{\"error\":\"%s\",\"access_token\":\"gho_1\"}".formatted(error));

        assertThat(signIn()).isEqualTo(new CallbackOutcome.Rejected(rejection));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"583231\"}", "{\"login\":\"mira\"}", "{\"id\":0}"})
    void knowsNobodyWithoutANumber(String user) {
        answers.put("/api/user", user);

        assertThat(signIn()).isEqualTo(new CallbackOutcome.Rejected(Rejection.SUBJECT));
    }

    @Test
    void rejectsAnAnswerOfAnotherIssuer() {
        Map<String, String> query = leave();
        query.put("iss", "https://github.com/login/oauth/other");

        assertThat(comeBack(query))
                .isEqualTo(new CallbackOutcome.Rejected(Rejection.RESPONSE_OF_ANOTHER_ISSUER));
    }

    @Test
    void saysThatGitHubIsDown() {
        statuses.put("/api/user", 502);

        assertThat(signIn())
                .isEqualTo(new CallbackOutcome.ProviderUnavailable(Outage.PERSON_UNREACHABLE));
    }

    // Somebody who left to link comes back as the same session or not at all.
    @Test
    void endsAFlowOfASessionInThatSessionOnly() {
        StartOutcome started =
                flow.start(new FlowWish(Purpose.LINK, "/account", "mine"), REDIRECT_URI, cookies);
        StartOutcome.Redirect redirect = (StartOutcome.Redirect) started;
        cookies.put(redirect.cookie().name(), redirect.cookie().value());
        Map<String, String> query = back(redirect);

        assertThat(finish(query, "another")).isEqualTo(anotherSession());
        assertThat(finish(query, null)).isEqualTo(anotherSession());
        assertThat(finish(query, "mine")).isInstanceOf(CallbackOutcome.Verified.class);
    }

    private static CallbackOutcome anotherSession() {
        return new CallbackOutcome.Rejected(Rejection.FLOW_OF_ANOTHER_SESSION);
    }

    private CallbackOutcome finish(Map<String, String> query, @Nullable String session) {
        return flow.finish(AuthorizationResponse.of(query), REDIRECT_URI, session, cookies);
    }

    private CallbackOutcome signIn() {
        return comeBack(leave());
    }

    private Map<String, String> leave() {
        StartOutcome started = flow.start(FlowWish.signIn("/"), REDIRECT_URI, cookies);
        StartOutcome.Redirect redirect = (StartOutcome.Redirect) started;
        cookies.put(redirect.cookie().name(), redirect.cookie().value());
        return back(redirect);
    }

    private static Map<String, String> back(StartOutcome.Redirect redirect) {
        Map<String, String> request = StubIssuer.parameters(redirect.location().getRawQuery());
        assertThat(request)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "read:user user:email");
        Map<String, String> query = new HashMap<>();
        query.put("state", Objects.requireNonNull(request.get("state")));
        query.put("code", "code-1");
        return query;
    }

    private CallbackOutcome comeBack(Map<String, String> query) {
        return flow.finish(AuthorizationResponse.of(query), REDIRECT_URI, null, cookies);
    }

    private static void assertNoAddress(CallbackOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CallbackOutcome.Verified.class,
                        verified -> assertThat(verified.person().email()).isNull());
    }

    private URI issuer() {
        return URI.create("http://127.0.0.1:" + github.getAddress().getPort());
    }

    private static String emails(String address, boolean primary, boolean verified) {
        return """
        [{"email":"old@example.net","primary":false,"verified":true,"visibility":null},
         {"email":"%s","primary":%s,"verified":%s,"visibility":"private"}]
        """
                .formatted(address, primary, verified);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.put(
                path,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
        byte[] body = answers.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(statuses.getOrDefault(path, 200), body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
