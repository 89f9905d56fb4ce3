package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Generation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.RecordingBatchQueue;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

// Protects people who have a whole table made: every row once, never more than agreed at once, and
// whatever stands in the way is said and passes.
class BatchReleaseTest {
    private static final String KEY = "upload-number-1";
    private static final int AT_ONCE = Samples.profile().batchRowsAtOnce();

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 100);

    private Catalogue started(int rows) {
        Catalogue catalogue = new Catalogue(studio, ada, Catalogue.file(rows), KEY);
        assertThat(catalogue.start().status()).isEqualTo(202);
        return catalogue;
    }

    @Test
    void makesEveryRowAsAGenerationOfItsOwn() {
        Catalogue catalogue = started(3);
        catalogue.look();

        assertThat(catalogue.underWay())
                .extracting(generation -> generation.request().prompt())
                .containsExactlyInAnyOrder(
                        "A photo of Vase 1, blue, on white",
                        "A photo of Vase 2, blue, on white",
                        "A photo of Vase 3, blue, on white");
        assertThat(ada.available()).isEqualTo(100 - 3 * 4);
    }

    @Test
    void begetsItsNextLookAndEndsWithTheLastRow() {
        Catalogue catalogue = started(1);
        assertThat(studio.batchQueue.drain())
                .extracting(RecordingBatchQueue.Sent::delay)
                .containsExactly(Duration.ZERO);
        catalogue.look();
        assertThat(studio.batchQueue.drain())
                .extracting(RecordingBatchQueue.Sent::delay)
                .containsExactly(Duration.ofSeconds(2));
        catalogue.makeAll();
        catalogue.look();

        assertThat(catalogue.state()).isEqualTo("finished");
        assertThat(studio.batchQueue.drain()).isEmpty();
    }

    // A message that came twice must not make two chains of messages.
    @Test
    void doesNothingForAMessageThatComesTwice() {
        Catalogue catalogue = started(9);
        studio.look(catalogue.id());
        studio.batchQueue.drain();

        studio.look(catalogue.id());

        assertThat(studio.batchQueue.drain()).isEmpty();
        assertThat(catalogue.rows("running")).isEqualTo(AT_ONCE);
    }

    @Test
    void makesNoMoreRowsOfOnePersonAtOnceThanTheProfileSays() {
        Catalogue first = started(9);
        Catalogue second = new Catalogue(studio, ada, Catalogue.file(5), "upload-number-2");
        second.start();

        first.look();
        second.look();
        first.look();

        assertThat(first.underWay()).hasSize(AT_ONCE);
        assertThat(first.rows("running") + second.rows("running")).isEqualTo(AT_ONCE);
    }

    @Test
    void goesOnWithTheOtherBatchOnceThereIsRoom() {
        Catalogue first = started(4);
        Catalogue second = new Catalogue(studio, ada, Catalogue.file(4), "upload-number-2");
        second.start();
        first.look();
        first.makeAll();
        first.look();

        second.look();

        assertThat(second.rows("running")).isEqualTo(4);
    }

    @Test
    void pausesForWantOfCreditsAndSaysSo() {
        Catalogue catalogue = started(6);
        spendElsewhere(92);

        catalogue.look();

        assertThat(catalogue.state()).isEqualTo("paused");
        assertThat(catalogue.seen().get("pauseReason").asString())
                .isEqualTo("insufficient_credits");
        assertThat(ada.available()).isEqualTo(0);
    }

    // Whoever buys credits need not come back to say so.
    @Test
    void goesOnByItselfOnceCreditsCame() {
        Catalogue catalogue = started(6);
        spendElsewhere(92);
        catalogue.look();
        assertThat(catalogue.state()).isEqualTo("paused");
        studio.store.ledger().grant(Samples.grant(1, 7, 50));
        studio.clock.advance(Duration.ofMinutes(2));

        catalogue.run();

        assertThat(catalogue.rows("made")).isEqualTo(6);
        assertThat(ada.available()).isEqualTo(100 + 50 - 92 - 6 * 4);
    }

    @Test
    void staysPausedWhileThereAreNoCredits() {
        Catalogue catalogue = started(6);
        spendElsewhere(92);
        catalogue.look();
        studio.clock.advance(Duration.ofMinutes(2));

        catalogue.look();

        assertThat(catalogue.state()).isEqualTo("paused");
        assertThat(catalogue.underWay()).hasSize(2);
    }

    @Test
    void goesOnWhenThePersonSaysSo() {
        Catalogue catalogue = started(6);
        spendElsewhere(92);
        catalogue.look();
        studio.store.ledger().grant(Samples.grant(1, 7, 50));

        assertThat(catalogue.call("catalogue-resume").status()).isEqualTo(200);
        catalogue.run();

        assertThat(catalogue.rows("made")).isEqualTo(6);
    }

    @Test
    void beginsNothingWhileThePersonPauses() {
        Catalogue catalogue = started(9);
        catalogue.look();
        catalogue.call("catalogue-pause");
        catalogue.makeAll();

        catalogue.look();
        studio.clock.advance(Duration.ofDays(1));
        catalogue.look();

        assertThat(catalogue.state()).isEqualTo("paused");
        assertThat(catalogue.rows("made")).isEqualTo(AT_ONCE);
        assertThat(catalogue.underWay()).isEmpty();
    }

    // What runs ends by itself and is charged as any other; what waits never starts.
    @Test
    void beginsNothingMoreAfterCancelling() {
        Catalogue catalogue = started(9);
        catalogue.look();

        assertThat(catalogue.call("catalogue-cancel").status()).isEqualTo(200);
        catalogue.makeAll();
        catalogue.look();
        catalogue.look();

        assertThat(catalogue.state()).isEqualTo("cancelled");
        assertThat(catalogue.rows("made")).isEqualTo(AT_ONCE);
        assertThat(catalogue.rows("skipped")).isEqualTo(9 - AT_ONCE);
        assertThat(ada.available()).isEqualTo(100 - AT_ONCE * 4L);
        assertThat(catalogue.call("catalogue-resume").code()).isEqualTo("catalogue_not_now");
    }

    @Test
    void makesAgainWhatFailedAndChargesItOnce() {
        Catalogue catalogue = started(2);
        catalogue.look();
        studio.make(catalogue.underWay().getFirst());
        catalogue.failAll();
        catalogue.look();
        assertThat(catalogue.state()).isEqualTo("finished");
        assertThat(catalogue.rows("failed")).isEqualTo(1);

        assertThat(catalogue.call("catalogue-retry").status()).isEqualTo(200);
        catalogue.run();

        assertThat(catalogue.rows("made")).isEqualTo(2);
        assertThat(ada.available()).isEqualTo(100 - 2 * 4);
    }

    @Test
    void hasNothingToRepeatWhereNothingFailed() {
        Catalogue catalogue = started(1);
        catalogue.run();

        assertThat(catalogue.call("catalogue-retry").code()).isEqualTo("catalogue_not_now");
    }

    @Test
    void tellsOfEveryRowWhatBecameOfIt() {
        Catalogue catalogue =
                new Catalogue(studio, ada, "name,colour\nVase,blue\nJug\nCup,red\n", KEY);
        catalogue.start();
        catalogue.look();
        List<Generation> begun = catalogue.underWay();
        studio.make(of(begun, "Vase"));
        studio.fail(of(begun, "Cup"));
        catalogue.look();

        String id = of(begun, "Vase").id().value();
        assertThat(catalogue.result().lines())
                .containsExactly(
                        "row,state,reason,credits,generation,prompt,link",
                        "1,made,,4,%s,\"A photo of Vase, blue, on white\",/v1/generations/%s/media/0"
                                .formatted(id, id),
                        "2,bad,invalid_row,0,,,",
                        "3,failed,provider_error,0,%s,\"A photo of Cup, red, on white\","
                                .formatted(of(begun, "Cup").id()));
    }

    // What somebody else wrote into a table of products must do nothing in a spreadsheet.
    @Test
    void makesNoCellAFormula() {
        Catalogue catalogue =
                new Catalogue(studio, ada, "name,colour\n\"=HYPERLINK(\"\"x\"\")\",blue\n", KEY);
        String quote =
                studio.call(catalogue.event("catalogue-quote").bodyField("template", "{name}"))
                        .json()
                        .get("quote")
                        .asString();
        HttpAnswer started =
                studio.call(
                        catalogue
                                .event("catalogue-start")
                                .bodyField("template", "{name}")
                                .bodyField("quote", quote));
        assertThat(started.status()).isEqualTo(202);
        catalogue.run();

        assertThat(catalogue.result()).contains("'=HYPERLINK").doesNotContain(",\"=", ",=");
    }

    /** As if the person had used that many credits for something else. */
    private void spendElsewhere(int credits) {
        studio.spend(1, credits);
    }

    private static Generation of(List<Generation> generations, String word) {
        return generations.stream()
                .filter(generation -> generation.request().prompt().contains(word))
                .findFirst()
                .orElseThrow();
    }
}
