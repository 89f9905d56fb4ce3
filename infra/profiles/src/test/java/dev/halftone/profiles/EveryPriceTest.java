package dev.halftone.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.catalogue.Alias;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Asked;
import dev.halftone.core.generation.CheckOutcome;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.ledger.Credits;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.BelongingSamples;
import dev.halftone.testing.InMemoryAssets;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The price list as it is shipped, row by row. */
class EveryPriceTest {

    private static final Catalogue CATALOGUE = ProfileReader.read("halftone").catalogue();
    private static final UserId SPEAKER = Samples.userId(1);

    /**
     * One row.
     *
     * @param name of the model, or one of its aliases
     */
    private record Row(String name, Model model, Offer.Piece piece) {

        @Override
        public String toString() {
            return name + " " + piece;
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
        return model.offer().pieces().stream().map(piece -> new Row(name, model, piece));
    }

    // Protects: nothing on offer is free by mistake, whatever it is called.
    @ParameterizedTest
    @MethodSource("rows")
    void everyRowHasAPrice(Row row) {
        Duration length = row.piece().length();
        Resolution size = row.piece().size();

        CheckOutcome outcome =
                row.model().takes().speech()
                        ? spoken(row)
                        : check(
                                new InMemoryAssets(),
                                new Asked(
                                        row.name(),
                                        ratio(row.model()),
                                        size == null ? null : size.label(),
                                        length == null ? null : (int) length.toSeconds(),
                                        row.piece().audio() ? true : null,
                                        Asked.Extras.NONE));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CheckOutcome.Valid.class,
                        valid -> assertThat(valid.price()).isGreaterThan(Credits.ZERO));
    }

    private static CheckOutcome check(Assets assets, Asked asked) {
        return new RequestCheck(CATALOGUE, BelongingSamples.only(assets)).check(SPEAKER, asked);
    }

    private static @Nullable String ratio(Model model) {
        return model.aspectRatios().stream().map(AspectRatio::toString).findFirst().orElse(null);
    }

    /** What speaks is as long as its sound, or as long and as large as its film. */
    private static CheckOutcome spoken(Row row) {
        Duration length = Objects.requireNonNull(row.piece().length());
        Resolution size = Objects.requireNonNull(row.piece().size());
        InMemoryAssets assets = new InMemoryAssets();
        Dimensions frame = size.dimensions(new AspectRatio(16, 9));
        Asset film = AssetSamples.film(SPEAKER, 1, frame, length, Samples.NOW);
        Asset sound = AssetSamples.sound(SPEAKER, 2, length, Samples.NOW);
        Stream.of(film, sound)
                .forEach(each -> assets.add(each, new StorageQuota(Long.MAX_VALUE, 2)));
        boolean dubbed = row.model().takes().film();
        return check(
                assets,
                new Asked(
                        row.name(),
                        ratio(row.model()),
                        dubbed ? null : size.label(),
                        null,
                        null,
                        Asked.Extras.speaking(
                                dubbed ? film.id().value() : null, sound.id().value())));
    }

    // Protects: nothing counts as free that a provider asks money for.
    @ParameterizedTest
    @MethodSource("rows")
    void everyWayToEveryRowHasACost(Row row) {
        List<MicroDollars> costs =
                row.model().routes().stream()
                        .flatMap(route -> route.cost(row.piece()).stream())
                        .toList();

        assertThat(costs)
                .isNotEmpty()
                .allSatisfy(cost -> assertThat(cost).isGreaterThan(MicroDollars.ZERO));
    }

    // Protects: the table above is the whole list, and not an empty one.
    @Test
    void theTableHasEveryModelAndAlias() {
        assertThat(rows().map(Row::name))
                .containsAll(CATALOGUE.models().stream().map(Model::id).toList())
                .containsAll(CATALOGUE.aliases().stream().map(Alias::id).toList())
                .contains("nano-banana-pro", "veo-3.1", "dall-e-3", "prompt-writer");
    }

    // Protects: what an operator reads in the profile is what people can have.
    @Test
    void nothingThatIsShippedLosesMoney() {
        assertThat(CATALOGUE.losses()).isEmpty();
    }
}
