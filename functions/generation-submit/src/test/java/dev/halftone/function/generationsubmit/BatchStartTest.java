package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.ledger.Credits;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

// Protects people's credits: what a whole table costs is said once before, and is what is charged.
class BatchStartTest {
    private static final String KEY = "upload-number-1";

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 100);

    private Catalogue catalogue(String file) {
        return new Catalogue(studio, ada, file, KEY);
    }

    /** The same service, where every picture costs more. */
    private void raisePrices() {
        Model model = Samples.model();
        Model dear =
                new Model(
                        model.id(),
                        model.name(),
                        model.description(),
                        model.aspectRatios(),
                        new Offer.Images(
                                Map.of(
                                        Resolution.ONE_K,
                                        new Credits(9),
                                        Resolution.TWO_K,
                                        new Credits(12))),
                        model.routes(),
                        model.limits(),
                        model.marks());
        studio.deploy(Samples.profile(Samples.catalogue(List.of(dear), List.of())));
    }

    @Test
    void saysOnePriceForAllAndShowsTheFirstPrompts() {
        JsonNode quote = catalogue(Catalogue.file(3)).quote();

        assertThat(quote.get("credits").asInt()).isEqualTo(12);
        assertThat(quote.get("creditsEach").asInt()).isEqualTo(4);
        assertThat(quote.at("/preview/0/text").asString())
                .isEqualTo("A photo of Vase 1, blue, on white");
        assertThat(quote.get("findings")).isEmpty();
    }

    @Test
    void chargesWhatWasSaidAlthoughPricesRoseSince() {
        Catalogue catalogue = catalogue(Catalogue.file(3));
        String quote = catalogue.quote().get("quote").asString();
        raisePrices();
        HttpAnswer started =
                studio.call(catalogue.event("catalogue-start").bodyField("quote", quote));
        assertThat(started.status()).isEqualTo(202);

        catalogue.run();

        assertThat(catalogue.rows("made")).isEqualTo(3);
        assertThat(ada.available()).isEqualTo(100 - 3 * 4);
    }

    @Test
    void namesAColumnThatTheFileDoesNotHave() {
        HttpAnswer answer =
                studio.call(
                        catalogue(Catalogue.file(1))
                                .event("catalogue-quote")
                                .bodyField("template", "A photo of {nmae}"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknown_column");
        assertThat(answer.json().get("column").asString()).isEqualTo("nmae");
    }

    @Test
    void refusesATemplateWithABraceTooMany() {
        HttpAnswer answer =
                studio.call(
                        catalogue(Catalogue.file(1))
                                .event("catalogue-quote")
                                .bodyField("template", "A photo of {name"));

        assertThat(answer.code()).isEqualTo("malformed_template");
    }

    // The person may have the good rows made; the bad ones cost nothing.
    @Test
    void startsTheGoodRowsAndNamesTheOthers() {
        String file = "name,colour\nVase,blue\nJug\n" + "x".repeat(2_000) + ",red\nCup,green\n";
        Catalogue catalogue = catalogue(file);
        JsonNode quote = catalogue.quote();
        assertThat(quote.get("findings").toString())
                .isEqualTo(
                        "[{\"row\":2,\"line\":3,\"code\":\"malformed_row\"},"
                                + "{\"row\":3,\"line\":4,\"code\":\"invalid_prompt\"}]");
        assertThat(quote.get("credits").asInt()).isEqualTo(8);

        catalogue.start();
        catalogue.run();

        assertThat(catalogue.rows("made")).isEqualTo(2);
        assertThat(catalogue.rows("bad")).isEqualTo(2);
        assertThat(ada.available()).isEqualTo(92);
    }

    @Test
    void startsNothingThatCannotBePaidAsAWhole() {
        HttpAnswer answer = catalogue(Catalogue.file(26)).start();

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.json().get("required").asInt()).isEqualTo(104);
        assertThat(studio.batchQueue.drain()).isEmpty();
    }

    @Test
    void takesNoQuoteForOtherWords() {
        Catalogue catalogue = catalogue(Catalogue.file(2));
        String quote = catalogue.quote().get("quote").asString();

        HttpAnswer answer =
                studio.call(
                        catalogue
                                .event("catalogue-start")
                                .bodyField("template", "Another {name}")
                                .bodyField("quote", quote));

        assertThat(answer.code()).isEqualTo("quote_mismatch");
    }

    @Test
    void takesNoQuoteAfterItsTime() {
        Catalogue catalogue = catalogue(Catalogue.file(2));
        String quote = catalogue.quote().get("quote").asString();
        studio.clock.advance(Duration.ofMinutes(16));

        HttpAnswer answer =
                studio.call(catalogue.event("catalogue-start").bodyField("quote", quote));

        assertThat(answer.code()).isEqualTo("quote_expired");
    }

    @Test
    void startsOnceForTwoClicks() {
        Catalogue catalogue = catalogue(Catalogue.file(2));
        assertThat(catalogue.start().status()).isEqualTo(202);

        HttpAnswer second =
                studio.call(catalogue.event("catalogue-start").bodyField("quote", "whatever"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("state").asString()).isEqualTo("running");
    }

    @Test
    void knowsADraftNoLongerThanADay() {
        Catalogue catalogue = catalogue(Catalogue.file(2));
        studio.clock.advance(Batch.DRAFT_KEPT);

        assertThat(catalogue.call("catalogue-quote").code()).isEqualTo("unknown_catalogue");
        assertThat(studio.batches.find(new BatchId(catalogue.id()))).isPresent();
    }
}
