package dev.halftone.providers.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.safety.PromptCheck;
import dev.halftone.core.safety.PromptCheck.Outcome;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.ScriptedServer.Ending;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModerationCheckTest {

    private static final List<String> WORDS = List.of("a quay at dawn", "crowds");
    private static final String PATH = "/v1/moderations";
    private static final String JUDGED = new Recordings("moderation").text("two-pieces");
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    // Protects: what is flagged by a category that does not refuse here is made.
    @Test
    void passesWhatBreaksNoneOfTheOperatorsRules() {
        answer(Answer.of(200, JUDGED));

        assertThat(check("hate", "sexual/minors").check(WORDS))
                .isEqualTo(new Outcome.Passed("moderation/omni-moderation-latest"));
    }

    // Protects: the gravest of the operator's rules is the one that is named.
    @Test
    void refusesByTheFirstRuleThatAnyPieceBreaks() {
        answer(Answer.of(200, JUDGED.replace("\"hate\": false", "\"hate\": true")));

        assertThat(check("sexual/minors", "violence", "hate").check(WORDS))
                .isEqualTo(new Outcome.Refused("violence", "moderation/omni-moderation-latest"));
    }

    // Protects: the judge gets the words and nothing else: no person, no account, no generation.
    @Test
    void tellsTheWordsAndNotWhoseTheyAre() {
        answer(Answer.of(200, JUDGED));

        check("hate").check(WORDS);

        ScriptedServer.Call call = server.calls().getFirst();
        JsonNode body = JsonMapper.shared().readTree(call.body());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("model", "input");
        assertThat(body.at("/input/1").asString()).isEqualTo("crowds");
        assertThat(body.path("model").asString()).isEqualTo("a-judge");
        assertThat(call.header("authorization")).isEqualTo("Bearer secret");
    }

    // Protects: words are let through by an answer to the question, and by nothing else.
    @ParameterizedTest
    @MethodSource
    void letsNothingThroughThatIsNoWholeAnswer(Answer answer) {
        answer(answer);

        assertThat(check("hate").check(WORDS)).isInstanceOf(Outcome.Unavailable.class);
    }

    static Stream<Answer> letsNothingThroughThatIsNoWholeAnswer() {
        return Stream.of(
                Answer.of(500, "{}"),
                Answer.of(401, "{}"),
                Answer.of(302, "").with("Location", "https://elsewhere.example.org"),
                Answer.of(200, "<html>"),
                Answer.of(200, "{\"results\":[]}"),
                Answer.of(200, "{\"results\":[{\"categories\":{\"hate\":false}}]}"),
                Answer.of(200, JUDGED.replace("\"hate\": false", "\"hate\": null")),
                Answer.of(200, JUDGED.replace("\"hate\": false,", "")),
                Answer.ending(Ending.CUT_WITHIN_BODY, JUDGED.substring(0, 40)),
                Answer.ending(Ending.CUT_BEFORE_ANSWER, ""),
                Answer.ending(Ending.NEVER, ""));
    }

    // Protects: who asks to be left alone for a while is.
    @Test
    void hearsWhenToComeBack() {
        answer(Answer.of(429, "{}").with("Retry-After", "7"));

        assertThat(check("hate").check(WORDS))
                .isEqualTo(
                        new Outcome.Unavailable(Duration.ofSeconds(7), "moderation answered 429"));
    }

    // Protects: a connection that died while the function slept refuses nobody.
    @Test
    void asksOnceMoreWhenTheLineBreaks() {
        answer(Answer.ending(Ending.CUT_BEFORE_ANSWER, ""), Answer.of(200, JUDGED));

        assertThat(check("hate").check(WORDS)).isInstanceOf(Outcome.Passed.class);
        assertThat(server.calls()).hasSize(2);
    }

    // Protects: without our key nobody is asked, and nothing is let through.
    @Test
    void letsNothingThroughWithoutAKey() {
        PromptCheck keyless =
                ModerationCheck.of(
                        Settings.of(
                                server.base().resolve("/v1"),
                                () -> {
                                    throw new PermanentFailure("ssm", "no such parameter");
                                },
                                () -> URI.create("http://localhost:8080"),
                                new MutableClock(Samples.NOW)),
                        "a-judge",
                        List.of("hate"));

        assertThat(keyless.check(WORDS)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(server.calls()).isEmpty();
    }

    private PromptCheck check(String... refused) {
        return ModerationCheck.of(
                Settings.of(server.base().resolve("/v1"), "secret"),
                "a-judge",
                List.of(refused),
                PATIENCE);
    }

    private void answer(Answer... answers) {
        server.on("POST", PATH, answers);
    }
}
