package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Settings;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: what a person had written stays beside the prompt that a language model made of it. */
class OriginalPromptTest {
    private static final String OWN = "beacon, evening";

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    @Test
    void isRecordedAndShownBesideThePrompt() {
        HttpEvent event = ada.submission().bodyField("originalPrompt", OWN);

        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/settings/originalPrompt").asString()).isEqualTo(OWN);
        assertThat(stored(answer).request().settings().originalPrompt()).isEqualTo(OWN);
        assertThat(stored(answer).request().words()).doesNotContain(OWN);
        assertThat(studio.call(event).status()).isEqualTo(200);
    }

    @Test
    void isNoneOfAPromptThatIsThePersonsOwn() {
        HttpAnswer answer = studio.call(ada.submission());

        assertThat(answer.json().at("/settings/originalPrompt").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0007b"})
    void isRefusedWhereItSaysNothing(String words) {
        HttpAnswer answer = studio.call(ada.submission().bodyField("originalPrompt", words));

        requireRefused(answer, "invalid_original_prompt");
    }

    @Test
    void isRefusedWhereItIsLongerThanAnyPrompt() {
        String words = "x".repeat(Settings.ORIGINAL_CHARACTERS_MAX + 1);

        HttpAnswer answer = studio.call(ada.submission().bodyField("originalPrompt", words));

        requireRefused(answer, "invalid_original_prompt");
    }

    // What a language model is asked is the person's own words already.
    @Test
    void isRefusedOfAText() {
        HttpAnswer answer = studio.call(ada.text().bodyField("originalPrompt", OWN));

        requireRefused(answer, "unsupported_original_prompt");
    }

    @Test
    void goesWithTheGeneration() {
        Generation accepted =
                stored(studio.call(ada.submission().bodyField("originalPrompt", OWN)));
        Generation failed =
                new EndGeneration(studio.store.generations(), studio.store.settlements())
                        .end(
                                accepted,
                                new GenerationEvent.GivenUp(
                                        FailureReason.TIMEOUT, "late", Samples.NOW))
                        .orElseThrow();
        Generation removed = failed.on(new GenerationEvent.Removed(Samples.NOW)).orElseThrow();

        studio.store.generations().move(failed, removed, new Claim("test"));

        Generation left = studio.store.generations().find(accepted.id()).orElseThrow();
        assertThat(left.request().settings()).isEqualTo(Settings.NONE);
        assertThat(left.request().prompt()).isEmpty();
    }

    private Generation stored(HttpAnswer answer) {
        GenerationId id = new GenerationId(answer.json().get("id").asString());
        return studio.store.generations().find(id).orElseThrow();
    }

    private void requireRefused(HttpAnswer answer, String code) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo("originalPrompt");
        assertThat(ada.available()).isEqualTo(25);
    }
}
