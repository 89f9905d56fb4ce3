package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.generation.GenerationState.Failed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectionTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    // Protects: a sentence may quote a prompt, so none is kept for the name of a rule.
    @ParameterizedTest
    @ValueSource(strings = {"", "A lighthouse at dusk", "rule\nbreak", "über"})
    void takesNoSentenceForTheNameOfARule(String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> Objection.toPrompt(sentence));
    }

    // Protects: nobody reads that rules refused what failed of something else.
    @ParameterizedTest
    @EnumSource(value = FailureReason.class, mode = EnumSource.Mode.EXCLUDE, names = "MODERATION")
    void belongsToModerationAlone(FailureReason reason) {
        Objection objection = Objection.toResult(null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GivenUp(reason, "", objection, NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Failed(reason, "", objection, null, NOW));
    }

    @Test
    void readsItsOwnCodesAndNoOthers() {
        for (Objection.Side side : Objection.Side.values()) {
            assertThat(Objection.Side.ofCode(side.code())).contains(side);
        }
        assertThat(Objection.Side.ofCode("neither")).isEmpty();
    }
}
