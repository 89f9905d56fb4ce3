package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TraceId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: a message of another version or shape goes to the dead-letter queue, never guessed at.
 */
class WorkItemTest {

    private static final GenerationId ID = new GenerationId("gen_" + "a".repeat(32));
    private static final TraceId TRACE = new TraceId("7ace".repeat(8));
    private static final String FIRST_VERSION =
            "{\"v\":1,\"generation\":\"" + ID + "\",\"stage\":\"provider\",\"cause\":\"due\"}";

    static Stream<WorkItem> items() {
        return Stream.of(
                WorkItem.due(ID, WorkItem.Stage.PROVIDER),
                item(WorkItem.Stage.DELIVERY, WorkItem.Cause.DUE, TRACE),
                item(WorkItem.Stage.PROVIDER, WorkItem.Cause.CANCEL, TRACE),
                WorkItem.callback(ID, "dream-machine", "0c1e-77aa_x"),
                new WorkItem(
                        ID,
                        WorkItem.Stage.PROVIDER,
                        WorkItem.Cause.CALLBACK,
                        null,
                        "0c1e-77aa_x",
                        null));
    }

    private static WorkItem item(WorkItem.Stage stage, WorkItem.Cause cause, TraceId trace) {
        return new WorkItem(ID, stage, cause, null, null, trace);
    }

    @ParameterizedTest
    @MethodSource("items")
    void readsBackWhatItWrote(WorkItem item) {
        assertThat(WorkItem.parse(item.body())).isEqualTo(item);
    }

    /** Messages of the version before are still on their way while functions are replaced. */
    @Test
    void readsAMessageFromBeforeTracesWereCarried() {
        assertThat(WorkItem.parse(FIRST_VERSION))
                .isEqualTo(WorkItem.due(ID, WorkItem.Stage.PROVIDER));
    }

    @Test
    void carriesTheTraceOfItsGenerationInTheBody() {
        assertThat(item(WorkItem.Stage.DELIVERY, WorkItem.Cause.DUE, TRACE).body())
                .isEqualTo(
                        "{\"v\":2,\"generation\":\"%s\",\"stage\":\"delivery\",\"cause\":\"due\",\"traceId\":\"%s\"}",
                        ID, TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":1,\"generation\":\"gen_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                        + "\"stage\":\"provider\",\"cause\":\"due\","
                        + "\"traceId\":\"7ace7ace7ace7ace7ace7ace7ace7ace\"}",
                "{\"v\":2,\"generation\":\"gen_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                        + "\"stage\":\"provider\",\"cause\":\"due\","
                        + "\"traceId\":\"00000000000000000000000000000000\"}",
                "{\"v\":4,\"generation\":\"gen_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                        + "\"stage\":\"provider\",\"cause\":\"due\"}",
                "{\"v\":2,\"generation\":\"gen_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                        + "\"stage\":\"provider\",\"cause\":\"callback\",\"provider\":\"fal\"}",
                "{\"v\":3,\"generation\":\"gen_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\","
                        + "\"stage\":\"provider\",\"cause\":\"due\"}",
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
        assertThatThrownBy(() -> WorkItem.callback(ID, "fal", providerId))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
