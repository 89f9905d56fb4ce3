package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.Provider.ErasureOutcome;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.Receipt;
import dev.halftone.core.generation.Receipt.Manner;
import dev.halftone.core.generation.Receipt.Part;
import dev.halftone.core.generation.Remains;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.GenerationResource;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: nothing of ours stays at a provider longer than it is needed there, its word for it is
 * kept, and no end waits for it.
 */
class ErasureTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ErasureOutcome UNANSWERED = new ErasureOutcome.Unanswered("502");

    private final Workshop workshop = new Workshop();

    @Test
    void leavesNothingAtTheProviderAMinuteAfterADelivery() {
        erasable(new ErasureOutcome.Erased());
        GenerationId id = workshop.running(1);
        assertThat(workshop.provider.holds).isNotEmpty();

        workshop.deliver("callback", id);
        Instant done = workshop.clock.instant();
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
        assertThat(workshop.provider.holds).isEmpty();
        assertThat(workshop.clock.instant()).isBeforeOrEqualTo(done.plus(SOON));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureReason.class,
            names = {"PROVIDER_ERROR", "MODERATION", "INVALID_RESULT"})
    void leavesNothingAtTheProviderAMinuteAfterAFailure(FailureReason reason) {
        erasable(new ErasureOutcome.Erased());
        workshop.provider.onPoll(new PollOutcome.Failed(reason, "said the provider"));
        GenerationId id = workshop.running(1);

        workshop.deliver("callback", id);
        Instant done = workshop.clock.instant();
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(reason);
        assertThat(workshop.provider.holds).isEmpty();
        assertThat(workshop.clock.instant()).isBeforeOrEqualTo(done.plus(SOON));
    }

    /** The picture is there only once: it is not erased until we have it, and it is charged. */
    @Test
    void erasesNothingBeforeOurCopyIsStored() {
        erasable(new ErasureOutcome.Erased());
        GenerationId id = workshop.running(1);
        workshop.setMediaBroken(true);

        workshop.deliver("callback", id);
        workshop.deliver("delivery", id);
        workshop.sweep();
        assertThat(workshop.provider.erased()).isZero();
        workshop.setMediaBroken(false);
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.provider.erased()).isEqualTo(1);
    }

    @Test
    void keepsTheProvidersWordAndShowsIt() {
        erasable(new ErasureOutcome.Erased());
        GenerationId id = workshop.running(1);
        workshop.deliver("callback", id);
        workshop.deliver("delivery", id);

        assertThat(shown(id))
                .extracting(GenerationResource.Receipt::manner)
                .containsExactly("pending", "pending");
        workshop.runToTheEnd();

        Instant at = workshop.clock.instant();
        assertThat(workshop.generation(id).state().remains())
                .isEqualTo(
                        new Remains.Told(
                                List.of(
                                        new Receipt("fal", Part.ORDER, Manner.ERASED, at),
                                        new Receipt("fal", Part.RESULT, Manner.ERASED, at))));
        assertThat(shown(id))
                .containsExactly(
                        new GenerationResource.Receipt("By fal", "order", "erased", at),
                        new GenerationResource.Receipt("By fal", "result", "erased", at));
    }

    /** What it keeps for no longer than it says is not asked about. */
    @Test
    void knowsWithoutAskingWhatExpiresByItself() {
        GenerationId id = workshop.running(1);
        workshop.deliver("callback", id);
        workshop.deliver("delivery", id);

        Instant end = workshop.clock.instant();
        assertThat(workshop.queue.sent())
                .extracting(sent -> sent.item().stage())
                .doesNotContain(WorkItem.Stage.PROVIDER);
        assertThat(workshop.generation(id).state().remains())
                .isEqualTo(
                        new Remains.Told(
                                List.of(
                                        new Receipt("fal", Part.ORDER, Manner.NOT_KEPT, end),
                                        new Receipt(
                                                "fal",
                                                Part.RESULT,
                                                Manner.EXPIRES,
                                                end.plus(ScriptedProvider.EXPIRY)))));
        assertThat(workshop.generation(id).state().dueAt()).isNull();
    }

    @Test
    void asksAgainUntilItIsAnswered() {
        erasable(UNANSWERED, UNANSWERED, new ErasureOutcome.Gone());

        GenerationId id = delivered();

        assertThat(workshop.provider.erased()).isEqualTo(3);
        assertThat(receipts(id)).extracting(Receipt::manner).containsOnly(Manner.GONE);
        assertThat(workshop.counted).isEmpty();
    }

    /** It is bounded, and then somebody is told. */
    @Test
    void givesUpAfterDaysAndCountsIt() {
        erasable(UNANSWERED);

        GenerationId id = delivered();
        Instant end = workshop.clock.instant();
        for (int hour = 0; hour < 72; hour++) {
            workshop.clock.advance(Duration.ofHours(1));
            workshop.sweep();
            workshop.runToTheEnd();
        }

        assertThat(workshop.provider.erased()).isEqualTo(7);
        assertThat(receipts(id)).extracting(Receipt::manner).containsOnly(Manner.UNANSWERED);
        assertThat(receipts(id).getFirst().at()).isBetween(end, end.plus(Duration.ofDays(3)));
        assertThat(workshop.counted).containsExactly("provider_erasure_unanswered");
        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
    }

    /** Planted: a provider that says nothing keeps what it has, and the fake shows it. */
    @Test
    void noticesWhatIsStillAtTheProvider() {
        erasable(UNANSWERED);

        delivered();

        assertThat(workshop.provider.holds).containsExactly(ScriptedProvider.REQUEST_ID);
    }

    @Test
    void findsAnErasureWhoseMessageWasLost() {
        erasable(new ErasureOutcome.Erased());
        GenerationId id = workshop.running(1);
        workshop.deliver("callback", id);
        workshop.deliver("delivery", id);
        workshop.queue.drain();
        assertThat(workshop.provider.holds).isNotEmpty();

        workshop.clock.advance(Duration.ofSeconds(30));
        workshop.sweep();
        workshop.runToTheEnd();

        assertThat(workshop.provider.holds).isEmpty();
        assertThat(receipts(id)).hasSize(2);
    }

    @Test
    void endsThoughNoErasureCanBeAnnounced() {
        erasable(new ErasureOutcome.Erased());
        GenerationId id = workshop.running(1);
        workshop.deliver("callback", id);
        workshop.queue.setBroken(WorkItem.Stage.PROVIDER, true);

        assertThat(workshop.deliver("delivery", id)).isEmpty();

        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
    }

    @Test
    void asksOnceHoweverOftenItIsWoken() {
        erasable(new ErasureOutcome.Erased());
        GenerationId id = workshop.running(1);
        workshop.deliver("callback", id);
        workshop.deliver("delivery", id);

        for (int time = 0; time < 3; time++) {
            workshop.deliver("submit-due", id);
        }

        assertThat(workshop.provider.erased()).isEqualTo(1);
    }

    /** It may still be a gift; after that it is nobody's. */
    @Test
    void waitsForALateResultThatItsOwnerIsToGet() {
        erasable(new ErasureOutcome.Erased());
        workshop.deploy(LateResults.DELIVER);
        GenerationId id = givenUp();
        assertThat(workshop.provider.erased()).isZero();

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state()).isInstanceOf(Succeeded.class);
        assertThat(workshop.provider.holds).isEmpty();
    }

    @Test
    void erasesAtOnceWhatNobodyWouldGet() {
        erasable(new ErasureOutcome.Erased());

        GenerationId id = givenUp();
        workshop.deliver("submit-due", id);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.provider.holds).isEmpty();
    }

    /** Its answer was lost, so nobody knew that there was anything. */
    @Test
    void erasesWhatTurnsUpAfterItWasGivenUp() {
        erasable(new ErasureOutcome.Erased());
        workshop.provider.onSubmit(new SubmissionOutcome.Unknown("no answer"));
        workshop.provider.setResendAffordable(false);
        erasable(new ErasureOutcome.Erased());
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);
        workshop.clock.advance(Duration.ofMinutes(11));
        workshop.deliver("submit-due", id);
        workshop.queue.drain();
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.TIMEOUT);
        assertThat(workshop.provider.holds).isNotEmpty();

        workshop.deliver("callback", id);
        workshop.runToTheEnd();

        assertThat(workshop.provider.holds).isEmpty();
        assertThat(receipts(id)).extracting(Receipt::manner).containsOnly(Manner.ERASED);
    }

    private void erasable(ErasureOutcome... outcomes) {
        workshop.provider.onErase(outcomes);
        workshop.redeploy();
    }

    private GenerationId delivered() {
        GenerationId id = workshop.running(1);
        workshop.deliver("callback", id);
        workshop.runToTheEnd();
        return id;
    }

    private GenerationId givenUp() {
        GenerationId id = workshop.running(1);
        workshop.clock.advance(Duration.ofMinutes(11));
        workshop.deliver("submit-due", id);
        workshop.queue.drain();
        return id;
    }

    private List<Receipt> receipts(GenerationId id) {
        return ((Remains.Told) workshop.generation(id).state().remains()).receipts();
    }

    private List<GenerationResource.Receipt> shown(GenerationId id) {
        return GenerationResource.of(workshop.generation(id), Samples.catalogue(), Locale.ENGLISH)
                .atProvider();
    }
}
