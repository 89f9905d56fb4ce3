package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Redaction;
import dev.halftone.core.generation.Timeline;
import org.junit.jupiter.api.Test;

/**
 * Protects: one course, told to two people. Its owner hears nothing of the provider's insides, and
 * an operator not a word of what was asked for.
 */
class TimelineTest {
    private static final ProviderInsides INSIDES = ProviderInsides.planted();

    private final Generation failed = failed();

    @Test
    void tellsItsOwnerNothingOfTheProvidersInsides() {
        Timeline timeline = Timeline.of(failed, Redaction.OWNER, Samples.profile().catalogue());

        assertThat(INSIDES.in(failed.toString())).isNotEmpty();
        assertThat(INSIDES.in(timeline.toString())).isEmpty();
        assertThat(timeline.inside()).isNull();
        assertThat(timeline.entries()).hasSize(5);
    }

    @Test
    void tellsAnOperatorWhatTheProviderSaidAndNothingOfWhatWasAskedFor() {
        Timeline timeline = Timeline.of(failed, Redaction.OPERATOR, Samples.profile().catalogue());

        assertThat(timeline.toString())
                .contains(ProviderInsides.REQUEST_ID)
                .doesNotContain(failed.request().prompt(), failed.owner().value());
    }

    private static Generation failed() {
        Generation accepted = Samples.generation(1, 1, 4);
        return accepted.on(
                        new GenerationEvent.SubmissionStarted(
                                Samples.NOW.plusSeconds(60), Samples.NOW))
                .orElseThrow()
                .on(
                        new GenerationEvent.SubmissionAccepted(
                                ProviderInsides.request(), Samples.NOW, Samples.NOW))
                .orElseThrow()
                .on(
                        new GenerationEvent.GivenUp(
                                FailureReason.PROVIDER_ERROR,
                                ProviderInsides.detail(),
                                Samples.NOW))
                .orElseThrow();
    }
}
