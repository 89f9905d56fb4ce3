package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.circuit.KeyCheck.Outcome;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.ScriptedServer.Ending;
import dev.halftone.providers.Settings;
import dev.halftone.providers.google.Credentials;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Protects: whatever a provider answers to the question about our key, nobody is kept from a
 * provider that works, and nobody is sent to one that refuses us.
 */
class KeyChecksTest {
    private static final Catalogue CATALOGUE = ProfileReader.read("halftone").catalogue();
    private static final String KEY = "key-id:key-secret";
    private static final URI HERE = URI.create("http://localhost:8080");

    // What is asked for, what an accepted key is answered, and how one is refused.
    private static final Map<String, Script> SCRIPTS =
            Map.of(
                    "dream-machine", Script.get("/credits", 200, "{\"credit_balance\":1200}", 401),
                    "fal",
                            Script.get(
                                    "/fal-ai/flux/requests/00000000-0000-4000-8000-000000000000/status",
                                    404,
                                    "{\"status\":\"NOT_FOUND\"}",
                                    401),
                    "gemini", Script.get("/v1beta/models", 200, "{\"models\":[]}", 403),
                    "gmi", Script.get("/requests", 200, "{\"requests\":[],\"total\":0}", 403),
                    "hedra", Script.get("/balance", 200, "{\"balance\":\"0.00\"}", 401),
                    "llm", Script.get("/models", 200, "{\"data\":[]}", 401),
                    "openai", Script.get("/models", 200, "{\"data\":[]}", 401),
                    "vertex", Script.TOKEN,
                    "vertex-veo", Script.TOKEN);

    private record Script(String method, String path, Answer accepted, Answer refused) {
        static final Script TOKEN =
                new Script(
                        "POST",
                        "/token",
                        Answer.of(200, "{\"access_token\":\"t\",\"expires_in\":3599}"),
                        Answer.of(400, "{\"error\":\"invalid_grant\"}"));

        static Script get(String path, int code, String body, int refusal) {
            return new Script(
                    "GET",
                    path,
                    Answer.of(code, body),
                    Answer.of(refusal, "{\"error\":{\"message\":\"" + KEY + " is no key\"}}"));
        }
    }

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<String> asked() {
        return SCRIPTS.keySet().stream().sorted();
    }

    // An adapter without a check says so where the others are listed.
    @Test
    void askEveryProviderOrSayWhyNot() {
        Set<String> all = new HashSet<>(checks(HERE, () -> new SecretText(KEY)).keySet());
        assertThat(all)
                .isEqualTo(SCRIPTS.keySet())
                .doesNotContainAnyElementsOf(KeyChecks.NOT_ASKED);

        all.addAll(KeyChecks.NOT_ASKED);
        assertThat(all).isEqualTo(Providers.names());
    }

    @ParameterizedTest
    @MethodSource("asked")
    void takeAnAnswerForAGoodKey(String name) {
        assertThat(check(name, script(name).accepted())).isEqualTo(new Outcome.Accepted());
        assertThat(server.calls()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void tellThatAKeyIsRefusedAndDoNotRepeatIt(String name) {
        assertThat(check(name, script(name).refused()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.detail()).doesNotContain(KEY));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void concludeNothingFromAnAnswerThatSaysNothing(String name) {
        for (Answer odd :
                List.of(
                        Answer.of(200, "<html>"),
                        Answer.of(302, ""),
                        Answer.of(418, "{}"),
                        Answer.of(429, "{}"),
                        Answer.of(500, "{}"),
                        Answer.ending(Ending.CUT_BEFORE_ANSWER, ""))) {
            assertThat(check(name, odd)).as("%s", odd).isInstanceOf(Outcome.Unknown.class);
        }
    }

    // It may only make pictures, or write texts: that is all that is asked of it.
    @Test
    void concludeNothingFromAKeyThatMayNotSeeTheModels() {
        assertThat(check("openai", Answer.of(403, "{}"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(check("llm", Answer.of(403, "{}"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void knowHowGoogleCallsAKeyThatIsNone() {
        String error = "{\"error\":{\"code\":400,\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}";

        assertThat(check("gemini", Answer.of(400, error))).isInstanceOf(Outcome.Refused.class);
        assertThat(check("gemini", Answer.of(400, "{}"))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void concludeNothingFromAProviderThatCannotBeReached(String name) {
        // A port that was free a moment ago.
        URI gone;
        try (ScriptedServer closed = new ScriptedServer()) {
            gone = closed.base();
        }

        assertThat(check(name, gone, () -> key(name, gone))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void nameTheKeyThatIsNotThereAndAskNobody(String name) {
        Outcome outcome =
                check(
                        name,
                        server.base(),
                        () -> {
                            throw new PermanentFailure("ssm", "no parameter /halftone/test/key");
                        });

        assertThat(outcome).isEqualTo(new Outcome.Refused("ssm: no parameter /halftone/test/key"));
        assertThat(server.calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void concludeNothingWhileTheKeyIsOutOfReach(String name) {
        Outcome outcome =
                check(
                        name,
                        server.base(),
                        () -> {
                            throw new TransientFailure("ssm", "no answer");
                        });

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.calls()).isEmpty();
    }

    private Outcome check(String name, Answer answer) {
        server.on(script(name).method(), script(name).path(), answer);
        return check(name, server.base(), () -> key(name, server.base()));
    }

    private static Outcome check(String name, URI base, Supplier<SecretText> key) {
        return Objects.requireNonNull(checks(base, key).get(name)).check();
    }

    private static Map<String, KeyCheck> checks(URI base, Supplier<SecretText> key) {
        return KeyChecks.of(
                CATALOGUE.providers().values(),
                (ProviderEntry _) ->
                        Settings.of(base, key, () -> HERE, new MutableClock(Samples.NOW)));
    }

    private static SecretText key(String name, URI base) {
        return script(name).equals(Script.TOKEN)
                ? Credentials.serviceAccount(base.resolve("/token"))
                : new SecretText(KEY);
    }

    private static Script script(String name) {
        return Objects.requireNonNull(SCRIPTS.get(name));
    }
}
