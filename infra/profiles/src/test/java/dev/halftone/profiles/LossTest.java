package dev.halftone.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Route;
import dev.halftone.lambda.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile as it is shipped, with one number changed. */
class LossTest {

    private static final String PHOTON = "costMicroDollars: { 1K: 15000 }";
    // 1 credit of 40000 less our own part of 2500.
    private static final long EARNED = 37_500;

    @TempDir private Path sources;
    @TempDir private Path target;

    // Protects: the rule reads the number itself, to the millionth.
    @Test
    void offersAModelThatEarnsExactlyWhatItCosts() throws IOException {
        assertThat(compile(PHOTON, PHOTON.replace("15000", Long.toString(EARNED)))).isEmpty();

        assertThat(catalogue().find("photon-1")).isPresent();
    }

    // Protects: nobody can order what costs us more than it brings in, and the operator hears of
    // it.
    @Test
    void withdrawsAModelThatCostsMoreThanItBringsIn() throws IOException {
        List<String> warnings = compile(PHOTON, PHOTON.replace("15000", "37501"));

        assertThat(warnings)
                .containsExactly(
                        "changed.yaml: photon-1 by dream-machine loses 1 micro-dollars on 1K;"
                                + " the model is not on offer");
        assertThat(catalogue().find("photon-1")).isEmpty();
        assertThat(catalogue().isWithdrawn("photon-1")).isTrue();
        assertThat(catalogue().isWithdrawn("flux-dev")).isFalse();
    }

    // Protects: a model that one provider makes at a loss stays on offer by the other.
    @Test
    void closesOnlyTheWayThatLoses() throws IOException {
        List<String> warnings =
                compile(
                        "{ 1K: 150000, 2K: 150000, 4K: 300000 }",
                        "{ 1K: 150000, 2K: 240000, 4K: 300000 }");

        assertThat(warnings)
                .containsExactly(
                        "changed.yaml: nano-banana-pro by fal loses 2500 micro-dollars on 2K;"
                                + " this way is closed");
        Model left = catalogue().find("nano-banana-pro").orElseThrow();
        assertThat(left.routes()).extracting(Route::provider).containsExactly("gemini");
    }

    // Protects: the shortest film is held against our own part too, which does not grow with it.
    @Test
    void looksAtEveryLength() throws IOException {
        assertThat(compile("{ 720p: 30000, 1080p: 50000 }", "{ 720p: 37000, 1080p: 50000 }"))
                .containsExactly(
                        "changed.yaml: wan-2.6 by gmi loses 2000 micro-dollars on 720p of 5 s;"
                                + " the model is not on offer");
    }

    // Protects: an alias of what was withdrawn breaks nothing.
    @Test
    void withdrawsAnAliasWithItsModel() throws IOException {
        compile("{ 1K: 110000, 2K: 250000 }", "{ 1K: 600000, 2K: 250000 }");

        assertThat(catalogue().find("dall-e-3")).isEmpty();
        assertThat(catalogue().isWithdrawn("dall-e-3")).isTrue();
    }

    // Protects: there is no service without ceilings, nor one whose ceiling lets nothing through.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ceilingMicroDollars:|ceilings:|ceilingMicroDollars",
                "user: { day: 40000000,|user: { day: 0,|user",
                "user: { day: 40000000,|user: { day: 1500000,|veo-3.1",
                "all: { day: 1000000000,|all: { day: 39999999,|no less than one person",
                "month: 10000000000 }|month: none }|month",
                "creditMicroDollars: 40000|creditMicroDollars: 0|credit",
                "{ image: 2500, video: 17000, text: 500 }|{ image: 2500, text: 500"
                        + " }|ownCostMicroDollars.video",
            })
    void refusesAProfileWithoutALimit(String right, String wrong, String named) {
        assertThatThrownBy(() -> compile(right, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private List<String> compile(String right, String wrong) throws IOException {
        String text = Files.readString(Path.of("halftone.yaml"));
        assertThat(text).contains(right);
        Files.writeString(sources.resolve("changed.yaml"), text.replace(right, wrong));
        return CompileProfiles.compile(sources, target, LocalDate.of(2026, 11, 2));
    }

    private Catalogue catalogue() throws IOException {
        return ProfileReader.parse("changed", Files.readAllBytes(target.resolve("changed.json")))
                .catalogue();
    }
}
