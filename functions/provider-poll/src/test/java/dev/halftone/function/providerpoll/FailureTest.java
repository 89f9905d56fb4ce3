package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.lambda.GenerationResource;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Protects: what fails returns its credits, once, with a reason, whoever reports it. */
class FailureTest {
    private static final String SECRETS_OF_THE_PROVIDER =
            "request 0c1e7d1a-0000-4000-8000-000000000001 at https://queue.fal.run/x?key=key-secret"
                    + " java.lang.IllegalStateException";

    private final Workshop workshop = new Workshop();

    @Test
    void returnsTheCreditsOfAModeratedPromptWithItsReason() {
        workshop.provider.onSubmit(new SubmissionOutcome.Refused(FailureReason.MODERATION, "422"));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.MODERATION);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().pending()).isEqualTo(Credits.ZERO);
        assertThat(workshop.journal())
                .filteredOn(entry -> entry.kind() == JournalEntry.Kind.VOID)
                .extracting(JournalEntry::reason)
                .containsExactly("moderation");
    }

    @Test
    void returnsTheCreditsOfAModeratedPicture() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Failed(FailureReason.MODERATION, "blanked"));
        workshop.clock.advance(Duration.ofSeconds(5));

        workshop.deliver("submit-due", id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.MODERATION);
        assertThat(workshop.happened).containsExactly("voided");
    }

    /** Protects: who pays nothing for a result that was refused is told that it was the result. */
    @Test
    void recordsTheSideAndTheRuleOfAResultThatWasRefusedAndReturnsAllCredits() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(
                PollOutcome.Failed.moderated("blanked", Objection.toResult("IMAGE_SAFETY")));
        workshop.clock.advance(Duration.ofSeconds(5));

        workshop.deliver("submit-due", id);

        assertThat(objection(id)).isEqualTo(Objection.toResult("IMAGE_SAFETY"));
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().pending()).isEqualTo(Credits.ZERO);
    }

    @Test
    void recordsThatThePromptWasRefused() {
        workshop.provider.onSubmit(
                SubmissionOutcome.Refused.moderated("422", Objection.toPrompt(null)));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);

        assertThat(objection(id)).isEqualTo(Objection.toPrompt(null));
    }

    private @Nullable Objection objection(GenerationId id) {
        return ((GenerationState.Failed) workshop.generation(id).state()).objection();
    }

    @Test
    void returnsTheCreditsAtTheDeadlineAndAsksTheProviderToStop() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Working(null));
        workshop.deliver("callback", id);

        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.provider.cancelled).hasSize(1);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        // Twelve minutes of polling every second would be 600.
        assertThat(workshop.provider.polled()).isLessThan(50);
    }

    /** Stopping the provider saves its money; it must not keep the user's. */
    @Test
    void returnsTheCreditsAtTheDeadlineEvenIfAskingToStopBreaks() {
        GenerationId id = workshop.running(1);
        workshop.provider.breakCancellation();
        workshop.clock.advance(Duration.ofMinutes(11));

        workshop.deliver("submit-due", id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    /** What was just taken may not be known yet where one asks. */
    @Test
    void waitsForAProviderThatDoesNotYetKnowWhatItTook() {
        workshop.provider.onPoll(
                new PollOutcome.NotFound("404"),
                new PollOutcome.NotFound("404"),
                ScriptedProvider.done());

        workshop.deliver("submit-due", workshop.accepted(1));
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void returnsTheCreditsOfWhatTheProviderHasForgotten() {
        workshop.provider.onPoll(new PollOutcome.NotFound("404"));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_ERROR);
        assertThat(workshop.provider.polled()).isLessThan(12);
        assertThat(workshop.clock.instant()).isBefore(Samples.NOW.plusSeconds(60));
    }

    /** Delays grow with polls: a queue that moves must not make them grow twice as fast. */
    @Test
    void countsAPollOnceThoughTheQueueMoved() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Working(3), new PollOutcome.Working(2));
        for (int poll = 0; poll < 2; poll++) {
            workshop.clock.advance(Duration.ofSeconds(30));
            workshop.deliver("submit-due", id);
        }

        assertThat(workshop.generation(id).state())
                .isInstanceOfSatisfying(
                        GenerationState.Running.class,
                        running -> {
                            assertThat(running.polls()).isEqualTo(2);
                            assertThat(running.queuePosition()).isEqualTo(2);
                        });
    }

    @Test
    void returnsTheCreditsAtTheDeadlineEvenIfTheModelHasLeftTheCatalogue() {
        GenerationId id = workshop.running(1);
        workshop.deployWithoutModels();
        workshop.clock.advance(Duration.ofSeconds(5));
        assertThat(workshop.deliver("submit-due", id)).hasSize(1);

        workshop.clock.advance(Duration.ofMinutes(10));
        assertThat(workshop.deliver("submit-due", id)).isEmpty();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
    }

    @Test
    void changesNothingWhenAResultComesAfterTheCreditsReturned() {
        GenerationId id = workshop.running(1);
        workshop.clock.advance(Duration.ofMinutes(11));
        workshop.deliver("submit-due", id);
        Generation ended = workshop.generation(id);

        workshop.deliver("callback", id);
        workshop.deliver("delivery", id);
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id)).isEqualTo(ended);
        assertThat(workshop.happened).containsExactly("voided");
        assertThat(workshop.media.keys()).isEmpty();
    }

    @Test
    void returnsTheCreditsOnceWhenCallbacksPollsAndSweepsComeTogether() throws Exception {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "broken"));
        workshop.clock.advance(Duration.ofSeconds(30));
        List<HandlerDriver> environments = new ArrayList<>();
        for (int environment = 0; environment < 4; environment++) {
            environments.add(workshop.start(Samples.profile()));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (HandlerDriver environment : environments) {
                threads.execute(
                        () -> {
                            for (int time = 0; time < 5; time++) {
                                workshop.deliverTo(
                                        environment,
                                        WorkItem.callback(id, "fal", "request-" + time));
                                workshop.deliverTo(
                                        environment, WorkItem.due(id, WorkItem.Stage.PROVIDER));
                            }
                        });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(workshop.happened).containsExactly("voided");
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.journal()).hasSize(3);
    }

    @Test
    void endsACancelledGenerationAsTheProviderEndsIt() {
        GenerationId id = workshop.running(1);
        workshop.cancel(id);
        workshop.provider.onPoll(
                new PollOutcome.Working(null),
                new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "client_cancelled"));

        workshop.runToTheEnd();

        assertThat(workshop.provider.cancelled).isNotEmpty();
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void concludesNothingFromPollsWithoutAnAnswer() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(
                new PollOutcome.Unanswered("timeout"),
                new PollOutcome.Unanswered("timeout"),
                ScriptedProvider.done());
        workshop.clock.advance(Duration.ofSeconds(5));
        workshop.deliver("submit-due", id);
        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Running.class);

        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void tellsTheUserNothingOfTheProviders(FailureReason reason) {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Failed(reason, SECRETS_OF_THE_PROVIDER));
        workshop.clock.advance(Duration.ofSeconds(5));
        workshop.deliver("submit-due", id);

        Generation ended = workshop.generation(id);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            String shown =
                    new JsonMapper()
                            .writeValueAsString(
                                    GenerationResource.of(ended, Samples.catalogue(), locale));
            assertThat(shown)
                    .contains("\"code\":\"" + reason.code() + "\"")
                    .contains("\"refundedCredits\":4")
                    .doesNotContain("0c1e7d1a", "http", "key-secret", "java.", "fal.run");
        }
        // Operators see all of it.
        assertThat(((GenerationState.Failed) ended.state()).detail())
                .isEqualTo(SECRETS_OF_THE_PROVIDER);
    }
}
