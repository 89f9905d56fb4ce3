package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.PrintedLines;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Protects: from our id an operator comes to the provider's, whatever became of the work, and also
 * where a step failed before it could say so itself.
 */
class OperatorViewTest {
    private final PrintedLines printed = PrintedLines.open();
    private final Workshop workshop = new Workshop();

    @AfterEach
    void stopListening() {
        printed.close();
    }

    @Test
    void tellsEachStepOfADeliveredPicture() {
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);
        workshop.clock.advance(Duration.ofSeconds(30));
        workshop.deliver(WorkItem.callback(id, "fal", ScriptedProvider.REQUEST_ID));
        workshop.deliver("delivery", id);

        assertThat(lines(id))
                .extracting(line -> text(line, "message"), line -> text(line, "cause"))
                .containsExactly(
                        tuple("Generation submitted", "due"),
                        tuple("Generation ready", "callback"),
                        tuple("Generation delivered", "due"));
        assertThat(lines(id)).allSatisfy(line -> assertHoldsBothIds(line, id));
    }

    @Test
    void tellsWhoRefusedASubmissionThoughItHasNoIdThere() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Refused(FailureReason.MODERATION, "fal answered 422"));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);

        assertThat(lines(id))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(text(line, "message")).isEqualTo("Generation failed");
                            assertThat(text(line, "detail"))
                                    .isEqualTo("moderation: fal answered 422");
                            assertThat(text(line, "provider")).isEqualTo("fal");
                            assertThat(text(line, "traceId")).isEqualTo(trace(id));
                            assertThat(line.has("providerRequest")).isFalse();
                        });
    }

    @Test
    void namesBothIdsOfWhatTheProviderFailed() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(
                new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "fal answered 500"));
        workshop.clock.advance(Duration.ofSeconds(30));

        workshop.deliver("submit-due", id);

        assertHoldsBothIds(lines(id).getLast(), id);
        assertThat(text(lines(id).getLast(), "detail"))
                .isEqualTo("provider_error: fal answered 500");
    }

    @Test
    void namesBothIdsWhileTheProviderDoesNotAnswer() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Unanswered("fal answered 503"));
        workshop.clock.advance(Duration.ofSeconds(30));

        workshop.deliver("submit-due", id);

        assertThat(text(lines(id).getLast(), "message")).isEqualTo("Generation polled");
        assertHoldsBothIds(lines(id).getLast(), id);
    }

    /** An answer that breaks the contract ends the step in the middle. */
    @Test
    void namesBothIdsOnTheFailureOfAStep() {
        GenerationId id = workshop.running(1);
        for (RuntimeException failure :
                List.of(
                        new PermanentFailure("fal", "the answer is no contract of ours"),
                        new TransientFailure("fal", "nothing was answered"),
                        new IllegalStateException("a bug"))) {
            workshop.provider.duringNextPoll(
                    () -> {
                        throw failure;
                    });
            workshop.clock.advance(Duration.ofSeconds(60));

            assertThat(workshop.deliver("submit-due", id)).hasSize(1);

            JsonNode line = lines(id).getLast();
            assertThat(text(line, "message")).startsWith("Message failed");
            assertHoldsBothIds(line, id);
        }
    }

    /** What one message was about says nothing of the next. */
    @Test
    void namesNoGenerationOnTheLinesOfTheNextMessage() {
        GenerationId id = workshop.running(1);
        workshop.deliver(List.of(WorkItem.due(id, WorkItem.Stage.PROVIDER).body(), "unreadable"));

        JsonNode line = JsonMapper.shared().readTree(printed.containing("failed").getLast());
        assertThat(line.has("generation")).isFalse();
        assertThat(line.has("providerRequest")).isFalse();
        assertThat(text(line, "traceId")).isNotEqualTo(trace(id)).hasSize(32);
    }

    private List<JsonNode> lines(GenerationId id) {
        return printed.containing(id.value()).stream().map(JsonMapper.shared()::readTree).toList();
    }

    private void assertHoldsBothIds(JsonNode line, GenerationId id) {
        assertThat(text(line, "generation")).isEqualTo(id.value());
        assertThat(text(line, "provider")).isEqualTo("fal");
        assertThat(text(line, "providerRequest")).isEqualTo(ScriptedProvider.REQUEST_ID);
        assertThat(text(line, "traceId")).isEqualTo(trace(id));
    }

    private String trace(GenerationId id) {
        Generation generation = workshop.generation(id);
        return generation.trace().value();
    }

    private static String text(JsonNode line, String member) {
        return line.path(member).asString("");
    }
}
