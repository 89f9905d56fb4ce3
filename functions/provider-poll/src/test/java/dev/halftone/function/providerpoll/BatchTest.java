package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a message that fails comes back alone. */
class BatchTest {
    private final Workshop workshop = new Workshop();

    @Test
    void givesBackOnlyWhatFailed() {
        GenerationId first = workshop.accepted(1);
        GenerationId second = workshop.accepted(2);

        List<String> failed =
                workshop.deliver(
                        List.of(
                                WorkItem.due(first, WorkItem.Stage.PROVIDER).body(),
                                "{\"v\":2}",
                                WorkItem.due(second, WorkItem.Stage.PROVIDER).body()));

        assertThat(failed).containsExactly("message-2");
        assertThat(workshop.generation(first).state()).isInstanceOf(GenerationState.Running.class);
        assertThat(workshop.generation(second).state()).isInstanceOf(GenerationState.Running.class);
    }

    @Test
    void givesBackNothingWhenAllIsWell() {
        assertThat(workshop.deliver("submit-due", workshop.accepted(1))).isEmpty();
    }

    @Test
    void forgetsAMessageAboutAGenerationThatIsNotThere() {
        assertThat(workshop.deliver("submit-due", Samples.generationId(99))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "not json",
                "{\"v\":1,\"generation\":\"gen_1\",\"stage\":\"provider\",\"cause\":\"due\"}",
                "{\"v\":1,\"generation\":\"gen_00000000000000000000000000000001\","
                        + "\"stage\":\"provider\",\"cause\":\"whim\"}"
            })
    void givesBackWhatItCannotRead(String body) {
        assertThat(workshop.deliver(List.of(body))).hasSize(1);
    }
}
