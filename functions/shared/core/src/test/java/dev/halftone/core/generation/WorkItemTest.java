package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: a message of another version or shape goes to the dead-letter queue, never guessed at.
 */
class WorkItemTest {

    private static final GenerationId ID = new GenerationId("gen_" + "a".repeat(32));

    static Stream<WorkItem> items() {
        return Stream.of(
                WorkItem.due(ID, WorkItem.Stage.PROVIDER),
                WorkItem.due(ID, WorkItem.Stage.DELIVERY),
                WorkItem.cancel(ID),
                WorkItem.callback(ID, "0c1e-77aa_x"));
    }

    @ParameterizedTest
    @MethodSource("items")
    void readsBackWhatItWrote(WorkItem item) {
        assertThat(WorkItem.parse(item.body())).isEqualTo(item);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "{\"v\":2,\"generation\":\"gen_x\",\"stage\":\"provider\",\"cause\":\"due\"}",
                "{\"v\":1,\"generation\":\"gen_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                        + "\"stage\":\"nowhere\",\"cause\":\"due\"}"
            })
    void refusesAnythingElse(String body) {
        assertThatThrownBy(() -> WorkItem.parse(body)).isInstanceOf(PermanentFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\",\"x\":\"", "../.."})
    void refusesAProviderIdThatCouldBreakOut(String providerId) {
        assertThatThrownBy(() -> WorkItem.callback(ID, providerId))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
