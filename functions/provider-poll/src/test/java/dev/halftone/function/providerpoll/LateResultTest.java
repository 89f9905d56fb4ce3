package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.lambda.GenerationResource;
import dev.halftone.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: a result that comes after its credits went back is never charged, nor goes unseen. */
class LateResultTest {
    private final Workshop workshop = new Workshop();

    @Test
    void dropsItAndCountsIt() {
        GenerationId id = givenUp();

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.media.keys()).isEmpty();
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertNothingWasCharged();
    }

    @Test
    void givesItFreeOfChargeIfTheProfileSaysSo() {
        workshop.deploy(LateResults.DELIVER);
        GenerationId id = givenUp();

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state())
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        succeeded -> {
                            assertThat(succeeded.free()).isTrue();
                            assertThat(workshop.media.find(succeeded.media().getFirst().key()))
                                    .isPresent();
                        });
        GenerationResource shown =
                GenerationResource.of(workshop.generation(id), Samples.catalogue(), Locale.ENGLISH);
        assertThat(shown.state()).isEqualTo("succeeded");
        assertThat(shown.failure()).isNull();
        assertThat(shown.media()).hasSize(1);
        assertThat(shown.credits() - shown.refundedCredits()).isZero();
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertNothingWasCharged();
    }

    @Test
    void givesItOnceThoughItIsToldOften() {
        workshop.deploy(LateResults.DELIVER);
        GenerationId id = givenUp();
        for (int told = 0; told < 3; told++) {
            workshop.deliver("callback", id);
        }

        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertNothingWasCharged();
    }

    // Protects: who removes a generation while a late result of it is being copied finds nothing of
    // it afterwards, and never will.
    @Test
    void keepsNothingOfWhatItsOwnerRemovesWhileItIsCopied() {
        workshop.deploy(LateResults.DELIVER);
        GenerationId id = givenUp();
        workshop.duringNextStore(() -> workshop.remove(id));

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).shelf().isRemoved()).isTrue();
        assertThat(workshop.generation(id).state()).isInstanceOf(Failed.class);
        assertThat(workshop.media.keys()).isEmpty();
        workshop.deliver("callback", id);
        workshop.runToTheEnd();
        assertThat(workshop.media.keys()).isEmpty();
        assertNothingWasCharged();
    }

    /** Who asked to stop wants neither the picture nor the copy of it that we would keep. */
    @ParameterizedTest
    @EnumSource(LateResults.class)
    void dropsWhatItsOwnerHadStopped(LateResults policy) {
        workshop.deploy(policy);
        workshop.provider.onSubmit(new SubmissionOutcome.Unknown("no answer"));
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);
        workshop.cancel(id);
        workshop.clock.advance(Duration.ofMinutes(1));
        workshop.deliver("submit-due", id);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
        workshop.queue.drain();

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
        assertThat(workshop.media.keys()).isEmpty();
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertNothingWasCharged();
    }

    @Test
    void dropsWhatIsNoWholePicture() {
        workshop.deploy(LateResults.DELIVER);
        workshop.provider.resultIs("<html>".getBytes(StandardCharsets.UTF_8));
        GenerationId id = givenUp();

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
        assertNothingWasCharged();
    }

    @Test
    void triesAgainWhileItCannotBeStored() {
        workshop.deploy(LateResults.DELIVER);
        GenerationId id = givenUp();
        workshop.deliver("callback", id);
        WorkItem delivery = workshop.queue.drain().getFirst().item();
        workshop.setMediaBroken(true);

        assertThat(workshop.deliver(delivery)).hasSize(1);
        workshop.setMediaBroken(false);
        assertThat(workshop.deliver(delivery)).isEmpty();

        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
        assertNothingWasCharged();
    }

    /** Its callback often comes after our poll; that is no news, and no reason to ask again. */
    @Test
    void asksNothingAboutWhatTheProviderItselfHasEnded() {
        workshop.deploy(LateResults.DELIVER);
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "500"));
        workshop.deliver("callback", id);
        int polled = workshop.provider.polled();
        workshop.provider.onPoll(ScriptedProvider.done());

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.polled()).isEqualTo(polled);
        assertThat(workshop.generation(id).state()).isInstanceOf(Failed.class);
        assertThat(workshop.counted).isEmpty();
    }

    @Test
    void asksNothingWithoutTheProvidersWord() {
        workshop.deploy(LateResults.DELIVER);
        GenerationId id = givenUp();
        int polled = workshop.provider.polled();

        workshop.deliver("submit-due", id);
        workshop.deliver("delivery", id);

        assertThat(workshop.provider.polled()).isEqualTo(polled);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
    }

    @Test
    void letsItBeIfTheModelHasLeftTheCatalogue() {
        GenerationId id = givenUp();
        workshop.deployWithoutModels();

        assertThat(workshop.deliver("callback", id)).isEmpty();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
    }

    /** Unfinished at its deadline, and finished by its provider now. */
    private GenerationId givenUp() {
        GenerationId id = workshop.running(1);
        workshop.clock.advance(Duration.ofMinutes(11));
        workshop.deliver("submit-due", id);
        workshop.queue.drain();
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        return id;
    }

    private void assertNothingWasCharged() {
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().pending()).isEqualTo(Credits.ZERO);
        assertThat(workshop.account().used()).isEqualTo(Credits.ZERO);
        assertThat(workshop.journal())
                .extracting(JournalEntry::kind)
                .containsExactlyInAnyOrder(
                        JournalEntry.Kind.GRANT, JournalEntry.Kind.PENDING, JournalEntry.Kind.VOID);
    }
}
