package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: what people remove is gone, and stays gone; what they did not remove is not. */
class ShelfRoutesTest {
    private final Library library = new Library();
    @TempDir private Path folder;

    @BeforeEach
    void fund() {
        library.grant(1, 100);
    }

    @Test
    void removesFileWordsAndEveryWayToThem() throws IOException {
        Generation generation = stored(library.delivered(1, 1, 4));

        HttpAnswer answer = library.call(remove(1, generation));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(library.media.keys()).isEmpty();
        assertThat(library.stored(generation).request().prompt()).isEmpty();
        assertThat(((Succeeded) library.stored(generation).state()).media()).isEmpty();
        assertThat(library.call(library.event(1, "history").query("")).json().get("items"))
                .isEmpty();
    }

    @Test
    void saysThatItIsGoneAfterwards() {
        Generation generation = library.delivered(1, 1, 4);
        library.call(remove(1, generation));

        for (HttpEvent event :
                List.of(named("generation", generation), named("media", generation))) {
            HttpAnswer answer = library.call(event);
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.code()).isEqualTo("generation_removed");
        }
    }

    // The answer to the first wish may have been lost.
    @Test
    void removesOnceHoweverOftenItIsTold() {
        Generation generation = library.delivered(1, 1, 4);
        library.call(remove(1, generation));
        Generation removed = library.stored(generation);

        assertThat(library.call(remove(1, generation)).status()).isEqualTo(204);
        assertThat(library.stored(generation)).isEqualTo(removed);
    }

    @Test
    void leavesTheLineOfTheLedgerWhichNeverHadWords() {
        Generation generation = library.delivered(1, 1, 4);
        List<JournalEntry> before = journal();

        library.call(remove(1, generation));

        assertThat(journal()).isEqualTo(before);
        assertThat(before.toString())
                .contains(generation.id().value())
                .doesNotContain(generation.request().prompt());
    }

    @Test
    void refusesWhatIsStillRunningAndSaysWhatToDo() {
        Generation generation = library.accepted(1, 1, 4);

        HttpAnswer answer = library.call(remove(1, generation));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("generation_running");
        assertThat(answer.json().get("detail").asString()).contains("cancel it first");
        assertThat(library.stored(generation)).isEqualTo(generation);
    }

    @Test
    void removesNobodyElses() {
        Generation generation = library.delivered(1, 1, 4);

        assertThat(library.call(remove(2, generation)).code()).isEqualTo("unknown_generation");
        assertThat(library.stored(generation).shelf().isRemoved()).isFalse();
    }

    // A result may arrive after its credits went back, and after its owner lost interest.
    @Test
    void aLateResultDoesNotBringItBack() {
        Generation accepted = library.accepted(1, 1, 4);
        Generation failed =
                library.end(
                        accepted,
                        new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "late", Samples.NOW));
        library.call(remove(1, failed));
        Generation removed = library.stored(failed);
        GenerationEvent late =
                new GenerationEvent.DeliveredLate(
                        Samples.providerRequest(1), List.of(Samples.media(failed, 0)), Samples.NOW);

        assertThat(removed.on(late)).isEmpty();
        // A worker that read it before it was removed loses to the removal.
        assertThat(
                        library.store
                                .generations()
                                .move(failed, failed.on(late).orElseThrow(), new Claim("worker")))
                .isFalse();
        assertThat(library.stored(failed)).isEqualTo(removed);
    }

    @Test
    void aRequestFromAnotherSiteRemovesNothing() {
        Generation generation = library.delivered(1, 1, 4);

        HttpAnswer answer =
                library.call(remove(1, generation).header("sec-fetch-site", "cross-site"));

        assertThat(answer.code()).isEqualTo("cross_site_request");
        assertThat(library.stored(generation).shelf().isRemoved()).isFalse();
    }

    private Generation stored(Generation generation) throws IOException {
        Path file = Files.writeString(folder.resolve("picture"), "the picture");
        ((Succeeded) generation.state())
                .media()
                .forEach(media -> library.media.put(media.key(), "image/png", file));
        return generation;
    }

    private List<JournalEntry> journal() {
        return library.store.ledger().journal(Samples.accountId(1), 100, null).items();
    }

    private HttpEvent remove(int person, Generation generation) {
        return library.event(person, "remove").pathParameter("id", generation.id().value());
    }

    private HttpEvent named(String name, Generation generation) {
        return library.event(1, name)
                .pathParameter("id", generation.id().value())
                .pathParameter("index", "0")
                .query("");
    }
}
