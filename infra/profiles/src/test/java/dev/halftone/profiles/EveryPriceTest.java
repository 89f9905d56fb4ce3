package dev.halftone.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Alias;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.CheckOutcome;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.ledger.Credits;
import dev.halftone.lambda.ProfileReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The price list as it is shipped, row by row. */
class EveryPriceTest {

    private static final Catalogue CATALOGUE = ProfileReader.read("halftone").catalogue();

    /**
     * One row.
     *
     * @param name of the model, or one of its aliases
     */
    private record Row(String name, Model model, Resolution size, @Nullable Duration length) {

        @Override
        public String toString() {
            return name + " " + size.label() + (length == null ? "" : " " + length.toSeconds());
        }
    }

    static Stream<Row> rows() {
        return Stream.concat(
                        CATALOGUE.models().stream().map(Model::id),
                        CATALOGUE.aliases().stream().map(Alias::id))
                .flatMap(EveryPriceTest::rows);
    }

    private static Stream<Row> rows(String name) {
        Model model = CATALOGUE.find(name).orElseThrow();
        List<@Nullable Duration> lengths =
                model.offer() instanceof Offer.Videos videos
                        ? List.copyOf(videos.durations())
                        : Arrays.asList((Duration) null);
        return model.offer().resolutions().stream()
                .flatMap(size -> lengths.stream().map(each -> new Row(name, model, size, each)));
    }

    // Protects: nothing on offer is free by mistake, whatever it is called.
    @ParameterizedTest
    @MethodSource("rows")
    void everyRowHasAPrice(Row row) {
        Integer seconds = row.length() == null ? null : (int) row.length().toSeconds();

        CheckOutcome outcome =
                new RequestCheck(CATALOGUE)
                        .check(
                                row.name(),
                                row.model().aspectRatios().getFirst().toString(),
                                row.size().label(),
                                seconds);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CheckOutcome.Valid.class,
                        valid -> assertThat(valid.price()).isGreaterThan(Credits.ZERO));
    }

    // Protects: nothing counts as free that a provider asks money for.
    @ParameterizedTest
    @MethodSource("rows")
    void everyWayToEveryRowHasACost(Row row) {
        List<Route> routes = row.model().routes(row.size());

        assertThat(routes).isNotEmpty();
        assertThat(routes)
                .allSatisfy(
                        route ->
                                assertThat(route.cost(row.size(), row.length()).orElseThrow())
                                        .isGreaterThan(MicroDollars.ZERO));
    }

    // Protects: the table above is the whole list, and not an empty one.
    @Test
    void theTableHasEveryModelAndAlias() {
        assertThat(rows().map(Row::name))
                .containsAll(CATALOGUE.models().stream().map(Model::id).toList())
                .containsAll(CATALOGUE.aliases().stream().map(Alias::id).toList())
                .contains("nano-banana-pro", "veo-3.1", "dall-e-3");
    }

    // Protects: what an operator reads in the profile is what people can have.
    @Test
    void nothingThatIsShippedLosesMoney() {
        assertThat(CATALOGUE.losses()).isEmpty();
    }
}
