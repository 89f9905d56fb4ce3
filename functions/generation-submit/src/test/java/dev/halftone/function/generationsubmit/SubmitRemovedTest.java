package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import org.junit.jupiter.api.Test;

/** Protects: a click that is sent again does not bring back what its owner has removed since. */
class SubmitRemovedTest {
    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    @Test
    void saysThatWhatWasRemovedSinceIsGone() {
        HttpEvent event = ada.submission();
        GenerationId id = new GenerationId(studio.call(event).json().get("id").asString());
        Generation accepted = studio.store.generations().find(id).orElseThrow();
        Generation failed =
                new EndGeneration(studio.store.generations(), studio.store.settlements())
                        .end(
                                accepted,
                                new GenerationEvent.GivenUp(
                                        FailureReason.TIMEOUT, "late", Samples.NOW))
                        .orElseThrow();
        Generation removed = failed.on(new GenerationEvent.Removed(Samples.NOW)).orElseThrow();
        studio.store.generations().move(failed, removed, new Claim("test"));

        HttpAnswer again = studio.call(event);

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.code()).isEqualTo("generation_removed");
    }
}
