package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Credits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a text goes the way of a picture: stored, then charged, or nothing of both. */
class TextDeliveryTest {
    private static final String TEXT =
            "{\"title\":\"A lighthouse\",\"prompt\":\"A lighthouse at dusk, seen from below.\"}";

    private final Workshop workshop = new Workshop();

    @Test
    void storesTheTextAndThenCharges() {
        GenerationId id = made(TEXT);

        assertThat(workshop.happened).containsExactly("stored", "posted");
        Media media = delivered(id);
        assertThat(media.type()).isEqualTo(MediaType.JSON);
        assertThat(media.document()).isEqualTo(TEXT);
        assertThat(media.size()).isNull();
        assertThat(workshop.media.find(media.key()).orElseThrow().contentType())
                .isEqualTo("application/json");
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
        assertThat(workshop.direct.orders.getFirst().request().prompt())
                .isEqualTo("A lighthouse at dusk");
    }

    @Test
    void returnsTheCreditsForARefusal() {
        workshop.direct.onCall(new Outcome.Refused(FailureReason.MODERATION, "declined"));

        requireRefunded(made(TEXT), FailureReason.MODERATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words", "{\"title\":"})
    void returnsTheCreditsForWhatIsNoText(String file) {
        requireRefunded(made(file), FailureReason.INVALID_RESULT);
    }

    @Test
    void returnsTheCreditsForAPictureInPlaceOfAText() {
        workshop.direct.makes(PngFile.of(1376, 768));
        GenerationId id = workshop.acceptedText(1);

        call(id);

        requireRefunded(id, FailureReason.INVALID_RESULT);
    }

    /**
     * A worker dies between storing and charging: the next finds the text and asks nobody again.
     */
    @Test
    void findsWhatAWorkerThatDiedHasStored() {
        workshop.setLedgerBroken(true);
        GenerationId id = made(TEXT);
        workshop.setLedgerBroken(false);
        workshop.clock.advance(ScriptedDirectProvider.CALL_TIMEOUT.plusSeconds(31));

        call(id);

        assertThat(delivered(id).document()).isEqualTo(TEXT);
        assertThat(workshop.direct.calls()).isEqualTo(1);
        assertThat(workshop.account().used()).isEqualTo(new Credits(4));
    }

    private GenerationId made(String text) {
        workshop.direct.makes(text.getBytes(StandardCharsets.UTF_8));
        GenerationId id = workshop.acceptedText(1);
        call(id);
        return id;
    }

    private void call(GenerationId id) {
        workshop.deliver(WorkItem.due(id, WorkItem.Stage.DIRECT));
    }

    private Media delivered(GenerationId id) {
        return ((Succeeded) workshop.generation(id).state()).media().getFirst();
    }

    private void requireRefunded(GenerationId id, FailureReason reason) {
        assertThat(workshop.failure(id)).isEqualTo(reason);
        assertThat(workshop.media.keys()).isEmpty();
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }
}
