package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetType;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.ledger.Credits;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.FilmFile;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: a picture that speaks costs something only once it is there, and can be heard. */
class SpeechTest {

    private static final Dimensions HD = new Dimensions(1280, 720);
    private static final Duration LENGTH = Duration.ofSeconds(4);
    private static final Input PICTURE = input(InputRole.FIRST_FRAME, 1, AssetType.PNG);
    private static final Input FILM = input(InputRole.FILM, 3, AssetType.MP4);
    private static final Input SOUND = input(InputRole.SPEECH, 2, AssetType.WAV);

    private final Workshop workshop = new Workshop();

    @Test
    void returnsTheCreditsOfALipSyncThatFails() {
        GenerationId id = asked();
        workshop.provider.onPoll(new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "no face"));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        requireRefunded(id, FailureReason.PROVIDER_ERROR);
    }

    @Test
    void returnsTheCreditsOfALipSyncThatIsRefused() {
        GenerationId id = asked();
        workshop.provider.onSubmit(
                new SubmissionOutcome.Refused(FailureReason.INVALID_REQUEST, "422"));

        workshop.deliver("submit-due", id);

        requireRefunded(id, FailureReason.INVALID_REQUEST);
    }

    @Test
    void returnsTheCreditsIfNothingCanBeHeard() {
        GenerationId id = asked();
        workshop.provider.resultIs(FilmFile.of(HD, LENGTH));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        requireRefunded(id, FailureReason.INVALID_RESULT);
    }

    @Test
    void chargesForWhatSpeaks() {
        GenerationId id = asked();
        workshop.provider.resultIs(FilmFile.heard(HD, LENGTH));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.account().available()).isEqualTo(new Credits(21));
    }

    // A film of 3.2 seconds costs four, and what comes of it is no longer than it is.
    @Test
    void chargesForAFilmInWhichSomebodySpeaksThoughItsLastSecondHasOnlyBegun() {
        GenerationId id = askedInAFilm();
        workshop.provider.resultIs(FilmFile.heard(HD, Duration.ofMillis(3_200)));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.happened).containsExactly("stored", "posted");
        assertThat(workshop.account().available()).isEqualTo(new Credits(21));
    }

    @Test
    void returnsTheCreditsOfAFilmThatWasCutShort() {
        GenerationId id = askedInAFilm();
        workshop.provider.resultIs(FilmFile.heard(HD, Duration.ofMillis(2_400)));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        requireRefunded(id, FailureReason.INVALID_RESULT);
    }

    @Test
    void returnsTheCreditsOfAFilmInWhichNobodyCouldBeMadeToSpeak() {
        GenerationId id = askedInAFilm();
        workshop.provider.onPoll(new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "no face"));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        requireRefunded(id, FailureReason.PROVIDER_ERROR);
    }

    private GenerationId askedInAFilm() {
        return workshop.acceptedFrom(1, Samples.videoRequest(), List.of(FILM, SOUND));
    }

    private GenerationId asked() {
        return workshop.acceptedFrom(1, Samples.videoRequest(), List.of(PICTURE, SOUND));
    }

    private void requireRefunded(GenerationId id, FailureReason reason) {
        assertThat(workshop.failure(id)).isEqualTo(reason);
        assertThat(workshop.happened).containsExactly("voided");
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
        assertThat(workshop.account().pending()).isEqualTo(Credits.ZERO);
    }

    private static Input input(InputRole role, int number, AssetType type) {
        return new Input(role, AssetSamples.id(Samples.userId(1), number), type);
    }
}
