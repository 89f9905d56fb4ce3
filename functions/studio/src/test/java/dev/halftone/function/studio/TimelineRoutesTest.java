package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Setback;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Protects: whoever paid, or did not have to, is told why, step by step. */
class TimelineRoutesTest {
    private static final Instant LATER = Samples.NOW.plusSeconds(600);

    private final Library library = new Library();

    @BeforeEach
    void fund() {
        library.grant(1, 100);
    }

    @Test
    void tellsEachStepWithItsTimeItsProviderAndItsCredits() {
        Generation delivered = library.delivered(1, 1, 4);

        HttpAnswer answer = timeline(1, delivered);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("credits").asLong()).isEqualTo(4);
        assertThat(answer.json().get("steps"))
                .extracting(
                        step ->
                                step.get("kind").asString()
                                        + " "
                                        + step.get("provider").asString("-")
                                        + " "
                                        + step.get("credits").asLong())
                .containsExactly(
                        "reserved - -4",
                        "submitted By fal 0",
                        "taken By fal 0",
                        "made By fal 0",
                        "delivered By fal 0",
                        "charged - 0");
        JsonNode last = answer.json().get("steps").get(5);
        assertThat(last.get("at").asString()).isEqualTo("2026-11-02T12:00:11Z");
        assertThat(last.get("rule").get("number").asInt()).isEqualTo(1);
        assertThat(last.get("rule").get("sentence").asString()).contains("charged");
    }

    @Test
    void tellsThatCreditsCameBackAndByWhichRule() {
        Generation refused = library.accepted(1, 1, 4);
        library.end(refused, new GenerationEvent.GivenUp(FailureReason.MODERATION, "said", LATER));

        JsonNode last = last(timeline(1, refused));

        assertThat(last.get("kind").asString()).isEqualTo("returned");
        assertThat(last.get("credits").asLong()).isEqualTo(4);
        assertThat(last.get("rule").get("number").asInt()).isEqualTo(2);
        assertThat(last.get("rule").get("effect").asString()).isEqualTo("returned");
    }

    // Protects: who is refused sees whether it was the words or the result, and no provider's code.
    @ParameterizedTest
    @EnumSource(Objection.Side.class)
    void tellsWhatTheProvidersRulesRefusedAndNotByWhichOfThem(Objection.Side side) {
        Generation refused = library.accepted(1, 1, 4);
        library.end(
                refused,
                new GenerationEvent.GivenUp(
                        FailureReason.MODERATION, "said", new Objection(side, "RULE_7"), LATER));

        HttpAnswer timeline = timeline(1, refused);
        HttpAnswer shown =
                library.call(
                        library.event(1, "generation").pathParameter("id", refused.id().value()));

        JsonNode steps = timeline.json().get("steps");
        assertThat(steps.get(steps.size() - 2).get("why").asString())
                .isEqualTo(side.code() + "_refused");
        assertThat(shown.json().at("/failure/refused").asString()).isEqualTo(side.code());
        assertThat(timeline.body() + shown.body()).doesNotContain("RULE_7");
    }

    // Protects: how we stand with a provider is nobody's business but the operator's.
    @Test
    void doesNotTellThatAProviderRefusedOurKey() {
        Generation busy =
                library.moved(
                        library.accepted(1, 1, 4),
                        new GenerationEvent.SubmissionStarted(LATER, Samples.NOW));
        library.moved(
                busy,
                new GenerationEvent.SubmissionPostponed(LATER, Setback.KEY_REFUSED, Samples.NOW));

        assertThat(last(timeline(1, busy)).get("why").asString()).isEqualTo("not_available");
    }

    @Test
    void tellsNothingToAnybodyElse() {
        Generation delivered = library.delivered(1, 1, 4);

        assertThat(timeline(2, delivered).status()).isEqualTo(404);
    }

    // Protects: the line of the ledger outlives the picture, and its explanation does too.
    @Test
    void stillTellsWhatHappenedOnceItIsRemovedAndWithoutAWordOfIts() {
        Generation delivered = library.delivered(1, 1, 4);
        library.call(library.event(1, "remove").pathParameter("id", delivered.id().value()));

        HttpAnswer answer = timeline(1, delivered);

        assertThat(last(answer).get("kind").asString()).isEqualTo("charged");
        assertThat(answer.body()).doesNotContain(delivered.request().prompt());
    }

    // Goal: no line about a generation without its step, and no step that moves credits without
    // its line. Method: one generation for each way to end, read as its owner reads them.
    @Test
    void explainsEveryLineOfAStatementExactlyOnce() {
        List<Generation> all = oneOfEachEnd();
        List<JsonNode> lines = lines();

        assertThat(lines).hasSize(2 * all.size() - 1);
        assertThat(unexplained(lines, timelines(all))).isEmpty();
    }

    @Test
    void noticesALineThatNoStepExplains() {
        List<Generation> all = oneOfEachEnd();
        Map<String, JsonNode> timelines = timelines(all);
        timelines.remove(all.getFirst().id().value());

        assertThat(unexplained(lines(), timelines)).hasSize(2);
    }

    @Test
    void noticesAStepThatNoLineTellsOf() {
        List<Generation> all = oneOfEachEnd();
        List<JsonNode> lines = lines();
        lines.removeFirst();

        assertThat(unexplained(lines, timelines(all))).hasSize(1);
    }

    private List<Generation> oneOfEachEnd() {
        List<Generation> all = new ArrayList<>();
        int number = 1;
        all.add(library.delivered(number++, 1, 4));
        for (FailureReason reason : FailureReason.values()) {
            Generation failed = library.accepted(number++, 1, 4);
            all.add(
                    library.end(
                            failed, new GenerationEvent.GivenUp(reason, "said the test", LATER)));
        }
        Generation stopped = library.accepted(number++, 1, 4);
        all.add(library.end(stopped, new GenerationEvent.CancelRequested(LATER)));
        all.add(library.accepted(number, 1, 4));
        return all;
    }

    /** Lines and steps that have no counterpart, or more than one. */
    private static List<String> unexplained(List<JsonNode> lines, Map<String, JsonNode> timelines) {
        Map<String, Integer> sides = new TreeMap<>();
        for (JsonNode line : lines) {
            String kind =
                    switch (line.get("kind").asString()) {
                        case "pending" -> "reserved " + line.get("credits").asLong();
                        case "post" -> "charged 0";
                        case "void" -> "returned " + line.get("credits").asLong();
                        default -> line.get("kind").asString();
                    };
            sides.merge(line.get("generation").asString() + " " + kind, 1, Integer::sum);
        }
        timelines.forEach(
                (id, timeline) ->
                        timeline.get("steps")
                                .forEach(
                                        step -> {
                                            String kind = step.get("kind").asString();
                                            if (List.of("reserved", "charged", "returned")
                                                    .contains(kind)) {
                                                String side =
                                                        id
                                                                + " "
                                                                + kind
                                                                + " "
                                                                + step.get("credits").asLong();
                                                sides.merge(side, -1, Integer::sum);
                                            }
                                        }));
        return sides.entrySet().stream()
                .filter(side -> side.getValue() != 0)
                .map(Map.Entry::toString)
                .toList();
    }

    private List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        library.call(library.event(1, "statement").query("limit=100"))
                .json()
                .get("lines")
                .forEach(
                        line -> {
                            if (!line.get("generation").isNull()) {
                                lines.add(line);
                            }
                        });
        return lines;
    }

    private Map<String, JsonNode> timelines(List<Generation> all) {
        Map<String, JsonNode> timelines = new TreeMap<>();
        all.forEach(each -> timelines.put(each.id().value(), timeline(1, each).json()));
        return timelines;
    }

    private static JsonNode last(HttpAnswer answer) {
        JsonNode steps = answer.json().get("steps");
        return steps.get(steps.size() - 1);
    }

    private HttpAnswer timeline(int person, Generation generation) {
        return library.call(
                library.event(person, "timeline").pathParameter("id", generation.id().value()));
    }
}
