package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: nothing is charged that was not delivered, and nothing delivered is lost. */
class DeliveryTest {
    private final Workshop workshop = new Workshop();

    @Test
    void storesThePictureAndThenPostsOnce() {
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.generation(id).state())
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        succeeded ->
                                assertThat(workshop.media.find(succeeded.media().getFirst().key()))
                                        .isPresent());
        assertThat(workshop.account().available()).isEqualTo(new Credits(21));
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
        assertThat(workshop.account().pending()).isEqualTo(Credits.ZERO);
    }

    @Test
    void triesATruncatedPictureThreeTimesAndReturnsTheCredits() {
        byte[] whole = PngFile.of(1376, 768);
        workshop.provider.resultIs(Arrays.copyOf(whole, whole.length - 20));

        GenerationId id = delivered(1);

        assertThat(workshop.provider.downloads()).isEqualTo(3);
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
        assertThat(workshop.happened).containsExactly("voided");
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.media.keys()).isEmpty();
    }

    @Test
    void chargesForNoPictureThatWasNotAskedFor() {
        for (byte[] other :
                List.of(
                        PngFile.of(688, 384),
                        PngFile.of(1376, 1376),
                        new byte[0],
                        "<html>not found</html>".getBytes(StandardCharsets.UTF_8))) {
            Workshop another = new Workshop();
            another.provider.resultIs(other);
            GenerationId id = another.accepted(1);

            another.deliver("submit-due", id);
            another.runToTheEnd();

            assertThat(another.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
            assertThat(another.account().available()).isEqualTo(new Credits(25));
        }
    }

    @Test
    void chargesNothingWhileThePictureCannotBeStored() {
        GenerationId id = workshop.running(1);
        workshop.clock.advance(Duration.ofSeconds(5));
        workshop.deliver("submit-due", id);
        workshop.setMediaBroken(true);

        workshop.deliver("delivery", id);
        assertThat(workshop.account().pending()).isEqualTo(new Credits(4));
        assertThat(workshop.happened).isEmpty();

        workshop.setMediaBroken(false);
        workshop.runToTheEnd();
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    /** An outage says nothing against the picture: it is kept for as long as it was promised. */
    @Test
    void waitsForAStoreThatIsDownUntilTheDeadlineAndThenSaysSo() {
        workshop.setMediaBroken(true);

        GenerationId id = delivered(1);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.NOT_STORED);
        GenerationState.Failed failed = (GenerationState.Failed) workshop.generation(id).state();
        assertThat(failed.at()).isAfter(workshop.generation(id).deadline());
        // Ten minutes of asking every second would be 600.
        assertThat(workshop.provider.downloads()).isBetween(5, 20);
        assertThat(workshop.happened).containsExactly("voided");
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    /** Neither outages nor crashes use up the few tries that a bad picture has. */
    @Test
    void countsOutagesAndBadPicturesApart() {
        ResultDownload.Outcome down = new ResultDownload.Outcome.NotCopied("answered 503");
        ResultDownload.Outcome gone = new ResultDownload.Outcome.Unusable("answered 404");
        workshop.provider.onDownload(down, gone, down, down, gone, down);

        delivered(1);

        assertThat(workshop.provider.downloads()).isEqualTo(7);
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void asksThreeTimesForAResultThatIsGone() {
        ResultDownload.Outcome gone = new ResultDownload.Outcome.Unusable("answered 404");
        workshop.provider.onDownload(gone, gone, gone);

        GenerationId id = delivered(1);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
        assertThat(workshop.happened).containsExactly("voided");
    }

    /** An hour's link may run out while our store is down. */
    @Test
    void fetchesFromTheAddressThatTheProviderNamesAnew() {
        workshop.provider.onPoll(
                ScriptedProvider.doneAt("https://media.example.org/old.png"),
                ScriptedProvider.doneAt("https://media.example.org/new.png"));
        workshop.provider.onDownload(new ResultDownload.Outcome.Expired("answered 403"));

        delivered(1);

        assertThat(workshop.provider.asked)
                .containsExactly(
                        "https://media.example.org/old.png", "https://media.example.org/new.png");
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void countsAnExpiredAddressAgainstAResultThatHasNoOther() {
        ResultDownload.Outcome expired = new ResultDownload.Outcome.Expired("answered 403");
        workshop.provider.onDownload(expired, expired, expired);

        GenerationId id = delivered(1);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
        // Once for its state, then once before each time that it counts.
        assertThat(workshop.provider.polled()).isEqualTo(4);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void asksForFreshAddressesInNoCircle() {
        PollOutcome[] everNew = new PollOutcome[200];
        ResultDownload.Outcome[] everExpired = new ResultDownload.Outcome[200];
        for (int time = 0; time < everNew.length; time++) {
            everNew[time] = ScriptedProvider.doneAt("https://media.example.org/" + time);
            everExpired[time] = new ResultDownload.Outcome.Expired("answered 403");
        }
        workshop.provider.onPoll(everNew);
        workshop.provider.onDownload(everExpired);

        GenerationId id = delivered(1);

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.NOT_STORED);
        assertThat(workshop.provider.downloads()).isBetween(3, 20);
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }

    /** The provider was in time; that we were not must not cost the picture. */
    @Test
    void deliversWhatWasReadyThoughNobodyCameBeforeTheDeadline() {
        GenerationId id = workshop.running(1);
        workshop.clock.advance(Duration.ofSeconds(5));
        workshop.deliver("submit-due", id);
        workshop.clock.advance(Duration.ofMinutes(20));
        workshop.setMediaBroken(true);
        workshop.deliver("delivery", id);
        workshop.setMediaBroken(false);

        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void deliversOnceHoweverOftenItIsTold() {
        GenerationId id = workshop.running(1);
        workshop.clock.advance(Duration.ofSeconds(5));
        for (int time = 0; time < 3; time++) {
            workshop.deliver("submit-due", id);
            workshop.deliver("callback", id);
        }
        for (int time = 0; time < 3; time++) {
            workshop.deliver("delivery", id);
            workshop.deliver("callback", id);
        }

        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.provider.downloads()).isEqualTo(1);
        assertThat(workshop.journal()).hasSize(3);
    }

    @Test
    void keepsAResultThatIsReadyWhileTheUserCancels() {
        GenerationId id = workshop.running(1);
        workshop.provider.duringNextPoll(() -> workshop.cancel(id));
        workshop.clock.advance(Duration.ofSeconds(5));

        workshop.deliver("submit-due", id);

        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Delivering.class);
        workshop.runToTheEnd();
        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void neverVoidsAResultThatIsBeingDelivered() {
        GenerationId id = workshop.running(1);
        workshop.provider.onPoll(
                new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "an answer overtaken"),
                ScriptedProvider.done());
        workshop.provider.duringNextPoll(() -> workshop.deliver("callback", id));
        workshop.clock.advance(Duration.ofSeconds(5));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    // Who has removed something finds nothing of it, whoever was still copying it.
    @Test
    void leavesNoFileOfWhatWasGivenUpAndRemovedWhileItWasCopied() {
        GenerationId id = workshop.running(1);
        workshop.clock.advance(Duration.ofSeconds(5));
        workshop.deliver("submit-due", id);
        workshop.duringNextStore(
                () -> {
                    workshop.giveUpDelivery(id);
                    workshop.remove(id);
                });

        workshop.deliver("delivery", id);

        assertThat(workshop.media.keys()).isEmpty();
    }

    @Test
    void endsWhatIsDeliveredOnlyByMessagesOfDelivery() {
        GenerationId id = workshop.accepted(1);

        workshop.deliver(WorkItem.due(id, WorkItem.Stage.DELIVERY));

        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Accepted.class);
    }

    @Test
    void writesAJournalThatExplainsEveryCredit() {
        delivered(1);

        assertThat(workshop.journal())
                .extracting(JournalEntry::kind)
                .containsExactlyInAnyOrder(
                        JournalEntry.Kind.GRANT, JournalEntry.Kind.PENDING, JournalEntry.Kind.POST);
    }

    private GenerationId delivered(int number) {
        GenerationId id = workshop.accepted(number);
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();
        return id;
    }
}
