package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: what a call brings that nobody waits for any more is never charged. */
class StoppedDirectCallTest {
    private final Workshop workshop = new Workshop();

    @Test
    void neverCallsForWhoStoppedInTime() {
        GenerationId id = workshop.acceptedDirect(1);
        workshop.cancel(id);

        due(id);

        assertThat(workshop.direct.calls()).isZero();
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
    }

    /** Nobody can stop such a call; its cost is the operator's, not the person's who stopped. */
    @Test
    void dropsWhatItsOwnerStoppedDuringTheCallAndReturnsTheCredits() {
        GenerationId id = workshop.acceptedDirect(1);
        workshop.direct.duringNextCall(() -> workshop.cancel(id));

        due(id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
        assertThat(workshop.media.keys()).isEmpty();
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
    }

    @Test
    void callsNoSecondTimeForWhoStopped() {
        workshop.direct.onCall(new Outcome.Unknown("no answer"));
        GenerationId id = workshop.acceptedDirect(1);
        workshop.direct.duringNextCall(() -> workshop.cancel(id));
        due(id);

        workshop.clock.advance(Duration.ofSeconds(211));
        due(id);

        assertThat(workshop.direct.calls()).isEqualTo(1);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
    }

    @Test
    void returnsTheCreditsOfWhoStoppedBeforeTheProviderPostponed() {
        workshop.direct.onCall(new Outcome.Postponed(Duration.ofSeconds(7), "busy"));
        GenerationId id = workshop.acceptedDirect(1);
        workshop.direct.duringNextCall(() -> workshop.cancel(id));

        due(id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
    }

    @Test
    void dropsWhatComesAfterItWasGivenUp() {
        GenerationId id = givenUpDuringTheCall();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.media.keys()).isEmpty();
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
    }

    @Test
    void givesAwayWhatComesAfterItWasGivenUpIfTheProfileSaysSo() {
        workshop.deploy(LateResults.DELIVER);

        GenerationId id = givenUpDuringTheCall();

        assertThat(workshop.generation(id).state())
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        succeeded -> {
                            assertThat(succeeded.free()).isTrue();
                            assertThat(workshop.media.find(succeeded.media().getFirst().key()))
                                    .isPresent();
                        });
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
    }

    /** Given up between the last look of its worker and the end. */
    @ParameterizedTest
    @EnumSource(LateResults.class)
    void chargesNothingThoughItWasGivenUpWhileItWasStored(LateResults policy) {
        workshop.deploy(policy);
        GenerationId id = workshop.acceptedDirect(1);
        workshop.duringNextStore(() -> giveUp(id));

        due(id);

        assertThat(workshop.generation(id).state() instanceof Succeeded)
                .isEqualTo(policy == LateResults.DELIVER);
        assertThat(workshop.counted).containsExactly("provider_cost_leak");
    }

    /** Who has removed something finds nothing of it, whoever was still at work on it. */
    @ParameterizedTest
    @EnumSource(LateResults.class)
    void leavesNoFileOfWhatWasRemovedWhileItWasStored(LateResults policy) {
        workshop.deploy(policy);
        GenerationId id = workshop.acceptedDirect(1);
        workshop.duringNextStore(
                () -> {
                    giveUp(id);
                    workshop.remove(id);
                });

        due(id);

        assertThat(workshop.media.keys()).isEmpty();
    }

    @AfterEach
    void nothingWasCharged() {
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().pending()).isEqualTo(Credits.ZERO);
        assertThat(workshop.account().used()).isEqualTo(Credits.ZERO);
    }

    private GenerationId givenUpDuringTheCall() {
        GenerationId id = workshop.acceptedDirect(1);
        workshop.direct.duringNextCall(() -> giveUp(id));
        due(id);
        return id;
    }

    private void giveUp(GenerationId id) {
        workshop.clock.advance(Duration.ofMinutes(11));
        due(id);
    }

    private void due(GenerationId id) {
        workshop.deliver(WorkItem.due(id, WorkItem.Stage.DIRECT));
    }
}
