package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Protects: an order is given once, and what became of it is never guessed. */
class SubmissionTest {
    private static final Duration LEASE = Duration.ofSeconds(51);
    private static final SubmissionOutcome UNKNOWN = new SubmissionOutcome.Unknown("no answer");

    private final Workshop workshop = new Workshop();

    @Test
    void submitsOnceHoweverOftenItIsTold() {
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.deliver("submit-due", id);
        workshop.deliver("cancel", id);

        assertThat(workshop.provider.orders).hasSize(1);
    }

    @Test
    void submitsOnceThoughSeveralWorkersReadTheSameState() throws Exception {
        GenerationId id = workshop.accepted(1);
        int workers = 4;
        workshop.generations.readTogether(workers);

        List<Future<?>> deliveries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int worker = 0; worker < workers; worker++) {
                deliveries.add(threads.submit(() -> workshop.deliver("submit-due", id)));
            }
        }

        for (Future<?> delivery : deliveries) {
            delivery.get();
        }
        assertThat(workshop.provider.orders).hasSize(1);
    }

    @Test
    void finishesASubmissionOfUnknownOutcomeByItsCallback() {
        workshop.provider.onSubmit(UNKNOWN);
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Submitting.class);
        workshop.queue.drain();
        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void sendsASubmissionOfUnknownOutcomeOnceMoreAndCountsThatItMayCost() {
        workshop.provider.onSubmit(
                UNKNOWN, new SubmissionOutcome.Taken(ScriptedProvider.request("second-request")));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.deliver("submit-due", id);
        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.counted).isEmpty();
        workshop.runToTheEnd();

        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertThat(workshop.provider.orders).hasSize(2);
        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    @Test
    void asksWhatBecameOfAnOrderBeforeItSendsAnother() {
        workshop.provider.onSubmit(UNKNOWN);
        workshop.tellsOnInquiry(
                new SubmissionOutcome.Taken(ScriptedProvider.request("first-request")));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.provider.inquired()).isEqualTo(1);
        assertThat(workshop.counted).isEmpty();
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void sendsAnotherOnlyIfNobodyCanTellAndItIsAffordable() {
        workshop.provider.onSubmit(
                UNKNOWN, new SubmissionOutcome.Taken(ScriptedProvider.request("second-request")));
        workshop.tellsOnInquiry(UNKNOWN);
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.inquired()).isEqualTo(1);
        assertThat(workshop.provider.orders).hasSize(2);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    @Test
    void asksAgainWhileAProviderCannotBeAsked() {
        workshop.provider.onSubmit(UNKNOWN);
        workshop.tellsOnInquiry(
                new SubmissionOutcome.Taken(ScriptedProvider.request("first-request")));
        workshop.provider.breakNextInquiry();
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.inquired()).isEqualTo(2);
        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void asksUntilTheDeadlineAboutAnOrderThatIsTooDearToSendAgain() {
        workshop.provider.onSubmit(UNKNOWN);
        workshop.provider.setResendAffordable(false);
        workshop.tellsOnInquiry(UNKNOWN);
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(1);
        // Each lease of 50 seconds, until ten minutes are over.
        assertThat(workshop.provider.inquired()).isBetween(3, 12);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void submitsAgainWhatWasSurelyNotTaken() {
        workshop.provider.onSubmit(
                UNKNOWN, new SubmissionOutcome.Taken(ScriptedProvider.request("second-request")));
        workshop.provider.setResendAffordable(false);
        workshop.tellsOnInquiry(new SubmissionOutcome.Postponed(Duration.ofSeconds(5), "busy"));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(2);
        assertThat(workshop.counted).isEmpty();
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void sendsNothingAThirdTimeAndReturnsTheCreditsAtTheDeadline() {
        workshop.provider.onSubmit(UNKNOWN);
        GenerationId id = workshop.accepted(1);

        for (int minute = 0; minute < 12; minute++) {
            workshop.deliver("submit-due", id);
            workshop.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(workshop.provider.orders).hasSize(2);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void resendsAnUnknownOneEvenAfterItWasPostponed() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Postponed(Duration.ofSeconds(2), "busy"),
                new SubmissionOutcome.Postponed(Duration.ofSeconds(2), "busy"),
                UNKNOWN,
                new SubmissionOutcome.Taken(ScriptedProvider.request("second-request")));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSize(4);
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void waitsAsLongAsABusyProviderAsks() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Postponed(Duration.ofSeconds(7), "busy"),
                new SubmissionOutcome.Taken(ScriptedProvider.request("second-request")));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.clock.advance(Duration.ofSeconds(6));
        workshop.deliver("submit-due", id);
        assertThat(workshop.provider.orders).hasSize(1);

        workshop.runToTheEnd();
        assertThat(workshop.provider.orders).hasSize(2);
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void givesUpAProviderThatTakesNothingUntilTheDeadline() {
        workshop.provider.onSubmit(new SubmissionOutcome.Postponed(Duration.ofSeconds(60), "busy"));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_UNAVAILABLE);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void resendsNothingForAUserWhoCancelled() {
        GenerationId id = workshop.accepted(1);
        workshop.provider.onSubmit(UNKNOWN);
        workshop.deliver("submit-due", id);
        workshop.cancel(id);
        workshop.queue.drain();

        workshop.clock.advance(LEASE);
        workshop.deliver("submit-due", id);

        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void returnsTheCreditsOfAUserWhoCancelledBeforeTheProviderPostponed() {
        GenerationId id = workshop.accepted(1);
        workshop.provider.onSubmit(new SubmissionOutcome.Postponed(Duration.ofSeconds(7), "busy"));
        workshop.provider.duringNextSubmission(() -> workshop.cancel(id));

        workshop.deliver("submit-due", id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        workshop.runToTheEnd();
        assertThat(workshop.provider.orders).hasSize(1);
    }

    @Test
    void takesNoLateRefusalForAnAnswerToWhatACallbackHasFound() {
        GenerationId id = workshop.accepted(1);
        workshop.provider.onSubmit(
                new SubmissionOutcome.Refused(FailureReason.PROVIDER_ERROR, "overtaken"));
        workshop.provider.duringNextSubmission(
                () -> workshop.deliver(WorkItem.callback(id, "fal", "first-request")));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void losesNothingWhenNoMessageCanBeSent() {
        GenerationId id = workshop.accepted(1);
        workshop.queue.setBroken(true);

        assertThat(workshop.deliver("submit-due", id)).hasSize(1);
        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Running.class);

        workshop.queue.setBroken(false);
        workshop.clock.advance(Duration.ofSeconds(30));
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }
}
