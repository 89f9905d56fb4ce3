package dev.halftone.creem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.safety.PromptCheck;
import dev.halftone.core.safety.PromptCheck.Outcome;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be made where Creem sells. */
final class CreemPromptCheckTest {

    private static final String PATH = "/v1/moderation/prompt";
    private static final List<String> WORDS = List.of("a quay at dawn", "crowds");
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final StubCreem creem = new StubCreem();

    @AfterEach
    void close() {
        creem.close();
    }

    // Protects: what they allow is made.
    @Test
    void passesWhatIsAllowed() {
        creem.on(PATH, decided("allow"));

        assertThat(check().check(WORDS)).isEqualTo(new Outcome.Passed("creem/moderation"));
    }

    // Protects: what they merely watch is not made either, as they ask for.
    @ParameterizedTest
    @ValueSource(strings = {"flag", "deny"})
    void refusesWhatIsFlaggedOrDenied(String decision) {
        creem.on(PATH, decided(decision));

        assertThat(check().check(WORDS))
                .isEqualTo(new Outcome.Refused("creem/" + decision, "creem/moderation"));
    }

    // Protects: they get every word, and nothing else: no person, no account, no generation.
    @Test
    void tellsTheWordsAndNotWhoseTheyAre() {
        creem.on(PATH, decided("allow"));

        check().check(WORDS);

        StubCreem.Asked asked = creem.asked().getFirst();
        JsonNode body = JsonMapper.shared().readTree(asked.body());
        assertThat(body.propertyNames()).containsExactly("prompt");
        assertThat(body.path("prompt").asString()).isEqualTo("a quay at dawn\n\ncrowds");
        assertThat(asked.key()).isEqualTo(StubCreem.KEY);
    }

    // Protects: words are let through by an answer to the question, and by nothing else.
    @ParameterizedTest
    @MethodSource
    void letsNothingThroughThatIsNoClearAnswer(int code, String body) {
        creem.on(PATH, code, body);
        PromptCheck check = code == 0 ? CreemPromptCheck.of(setting(), PATIENCE) : check();

        assertThat(check.check(WORDS)).isInstanceOf(Outcome.Unavailable.class);
    }

    static Stream<Arguments> letsNothingThroughThatIsNoClearAnswer() {
        return Stream.of(
                Arguments.of(500, decided("allow")),
                Arguments.of(429, decided("allow")),
                Arguments.of(403, decided("allow")),
                Arguments.of(302, ""),
                Arguments.of(200, "<html>"),
                Arguments.of(200, "{}"),
                Arguments.of(200, decided("ALLOW")),
                Arguments.of(200, decided("review")),
                Arguments.of(200, "{\"decision\":true}"),
                Arguments.of(0, ""));
    }

    // Protects: a connection that died while the function slept refuses nobody.
    @Test
    void asksOnceMoreWhenTheLineBreaks() {
        creem.on(PATH, decided("allow")).cut(1);

        assertThat(check().check(WORDS)).isInstanceOf(Outcome.Passed.class);
        assertThat(creem.asked()).hasSize(2);
    }

    // Protects: without our key nobody is asked, and nothing is let through.
    @Test
    void letsNothingThroughWithoutAKey() {
        PromptCheck keyless =
                CreemPromptCheck.of(
                        new CreemSetting(
                                creem.base(),
                                () -> {
                                    throw new PermanentFailure("ssm", "no such parameter");
                                },
                                () -> new SecretText(""),
                                new MutableClock(Samples.NOW)));

        assertThat(keyless.check(WORDS)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(creem.asked()).isEmpty();
    }

    private PromptCheck check() {
        return CreemPromptCheck.of(setting());
    }

    private CreemSetting setting() {
        return creem.setting(new MutableClock(Samples.NOW));
    }

    private static String decided(String decision) {
        return """
        {"id":"mod_1","object":"moderation_result","prompt":"","decision":"%s","usage":{"units":1}}
        """
                .formatted(decision);
    }
}
