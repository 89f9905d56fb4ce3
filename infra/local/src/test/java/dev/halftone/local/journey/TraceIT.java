package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.journey.FunctionLog.Told;
import dev.halftone.local.journey.Visitor.Answer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Protects: whoever quotes one id to support leads to everything their action caused, from the
 * browser to the line of the ledger.
 */
class TraceIT {

    private static final String FORGED = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final List<String> DELIVERED =
            List.of(
                    "Generation accepted",
                    "Generation submitted",
                    "Generation ready",
                    "Generation delivered");

    private static FunctionLog log;

    private final Visitor visitor = Visitor.welcomed();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @BeforeAll
    static void listen() {
        log = new FunctionLog();
    }

    @AfterAll
    static void stopListening() {
        log.close();
    }

    @Test
    void leadsFromTheBrowserToBothLedgerLinesOfADeliveredPicture() {
        assertThat(delivered().broken(trace)).isEmpty();
    }

    @Test
    void leadsFromTheBrowserToTheVoidLineOfARefusedOne() {
        Answer submitted = submit("A quiet street [moderation]");

        TraceChain chain =
                TraceChain.read(
                        visitor,
                        submitted,
                        log,
                        List.of("Generation accepted", "Generation submitted", "Generation failed"),
                        List.of("pending", "void"));

        assertThat(chain.broken(trace)).isEmpty();
    }

    /** Planted: each place in turn names nothing, another trace, or one too many. */
    @Test
    void noticesAnyPlaceThatLosesTheTrace() {
        TraceChain chain = delivered();
        String other = "0af7651916cd43dd8448eb211c80319c";
        List<Set<String>> wrong = List.of(Set.of(), Set.of(other), Set.of(trace, other));

        assertThat(chain.links()).hasSize(12);
        assertThat(chain.links().keySet())
                .allSatisfy(
                        place -> {
                            for (Set<String> found : wrong) {
                                assertThat(chain.but(place, found).broken(trace))
                                        .containsExactly(place);
                            }
                        });
    }

    /** A callback has a request and a trace of its own; what it sets going belongs to the click. */
    @Test
    void keepsTheTraceOfTheClickForStepsThatACallbackCauses() {
        String id = submit("A bell in the fog").body().get("id").asString();

        Told called = new Told("message", "Callback accepted");
        Told caused = new Told("cause", "callback");
        List<JsonNode> lines = log.about(id, List.of(called, caused));

        List<JsonNode> woken = lines.stream().filter(caused::isTheOneOf).toList();
        assertThat(woken).extracting(line -> line.get("traceId").asString()).containsOnly(trace);
        assertThat(lines.stream().filter(called::isTheOneOf))
                .allSatisfy(
                        line -> {
                            assertThat(line.get("traceId").asString()).isNotEqualTo(trace);
                            assertThat(woken)
                                    .extracting(each -> each.get("function_request_id"))
                                    .doesNotContain(line.get("function_request_id"));
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FORGED,
                "01-" + FORGED + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + FORGED + "-00f067aa0ba902b7-01-" + FORGED,
                "00-" + FORGED + "\"}{\"level\":\"ERROR\"}-00f067aa0ba902b7-01"
            })
    void replacesAForgedTraceAndRepeatsItNowhere(String forged) {
        visitor.says("traceparent", forged);
        Answer answer = submitted("A forged banknote");
        String id = answer.body().get("id").asString();
        JsonNode generation = visitor.untilEnded(id);
        String own = answer.header("x-trace-id");

        assertThat(own).matches("[0-9a-f]{32}").isNotEqualTo(FORGED).doesNotMatch("0+");
        assertThat(generation.get("traceId").asString()).isEqualTo(own);
        assertThat(answer.headers().map().toString() + answer.body() + generation)
                .doesNotContain(FORGED, "0".repeat(32));
        assertThat(log.about(id)).isNotEmpty().noneMatch(line -> line.toString().contains(FORGED));
        assertThat(SentMessages.about(id)).isNotEmpty().noneMatch(body -> body.contains(FORGED));
    }

    private TraceChain delivered() {
        return TraceChain.read(
                visitor, submit("A paper lantern"), log, DELIVERED, List.of("pending", "post"));
    }

    /** Asks for a picture under the trace, and answers when its generation has ended. */
    private Answer submit(String prompt) {
        visitor.says("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        Answer answer = submitted(prompt);
        // What follows is the page's reading, each a request without a trace of its own choice.
        visitor.says("traceparent", "none");
        visitor.untilEnded(answer.body().get("id").asString());
        return answer;
    }

    private Answer submitted(String prompt) {
        Answer answer = visitor.submit(prompt, "1:1", "1K", UUID.randomUUID().toString());
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(202);
        return answer;
    }
}
