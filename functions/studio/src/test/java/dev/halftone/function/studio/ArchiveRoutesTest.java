package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.archive.PackResults;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetName;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.Settings;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protects: people take along what they choose, all of it and nothing of anybody else's. */
class ArchiveRoutesTest {
    private final Library library = new Library();

    @BeforeEach
    void fund() {
        library.grant(1, 100);
        library.grant(2, 100);
    }

    @Test
    void packsASelectionInItsOrder() {
        Generation first = library.delivered(1, 1, 4);
        Generation second = library.delivered(2, 1, 4);

        HttpAnswer answer = library.call(pack(List.of(id(second), id(first))));

        assertThat(answer.json().get("files").asInt()).isEqualTo(2);
        assertThat(answer.json().get("left")).isEmpty();
        assertThat(library.archives.packed())
                .singleElement()
                .satisfies(
                        entries ->
                                assertThat(entries)
                                        .extracting(entry -> entry.key().value())
                                        .allMatch(key -> key.contains(first.owner().value()))
                                        .satisfiesExactly(
                                                key -> assertThat(key).contains(id(second)),
                                                key -> assertThat(key).contains(id(first))));
    }

    @Test
    void leadsItsOwnerToTheFileUnderAName() {
        Generation generation = library.delivered(1, 1, 4);
        String href = library.call(pack(List.of(id(generation)))).json().get("href").asString();
        String name = href.substring("/v1/archives/".length());

        HttpAnswer answer =
                library.call(library.event(1, "archive").pathParameter("archive", name));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location"))
                .contains("/t/" + generation.owner() + "/" + name + ".zip?seconds=600")
                .endsWith("&download=halftone-" + name.substring(0, 8) + ".zip");
    }

    // Protects: whoever knows the name of another's file is led nowhere by it, and learns nothing.
    @Test
    void knowsNoFileThatIsAnothersOrNobodys() {
        Generation generation = library.delivered(1, 1, 4);
        String href = library.call(pack(List.of(id(generation)))).json().get("href").asString();
        String others = href.substring("/v1/archives/".length());

        for (String name : List.of(others, "0".repeat(32), "none")) {
            HttpAnswer answer =
                    library.call(library.event(2, "archive").pathParameter("archive", name));

            assertThat(answer.status()).as(name).isEqualTo(404);
            assertThat(answer.code()).as(name).isEqualTo("unknown_archive");
        }
    }

    @Test
    void asksTwiceAndGetsTheSameFile() {
        HttpEvent event = pack(List.of(id(library.delivered(1, 1, 4))));

        assertThat(library.call(event).json()).isEqualTo(library.call(event).json());
        assertThat(library.archives.packed()).hasSize(1);
    }

    @Test
    void packsNobodyElses() {
        HttpAnswer answer = library.call(pack(List.of(id(library.delivered(1, 2, 4)))));

        assertThat(answer.code()).isEqualTo("unknown_generation");
        assertThat(library.archives.packed()).isEmpty();
    }

    @Test
    void packsWhatIsInAProject() {
        String project =
                library.call(library.event(1, "project-create")).json().get("id").asString();
        Generation inside = library.delivered(1, 1, 4);
        library.delivered(2, 1, 4);
        library.call(
                library.event(1, "file")
                        .pathParameter("id", id(inside))
                        .bodyField("project", project));

        HttpAnswer answer =
                library.call(
                        library.event(1, "pack")
                                .withoutBodyField("generations")
                                .bodyField("project", project));

        assertThat(answer.json().get("files").asInt()).isEqualTo(1);
        assertThat(answer.json().get("nextCursor").isNull()).isTrue();
    }

    @Test
    void saysThatThereIsNothing() {
        HttpAnswer answer = library.call(pack(List.of(id(library.accepted(1, 1, 4)))));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("nothing_to_pack");
    }

    // Protects: a file that takes longer to pack than a request may last is not begun. What does
    // not
    // fit is named, in its order, and is packed when it is asked for next.
    @Test
    void packsNoMoreBytesThanOneRequestMayTakeAndNamesTheRest() {
        long most = PackResults.BYTES_MAX;
        Generation first = library.delivered(library.acceptedFilm(1, 1, 4), most / 2);
        Generation second = library.delivered(library.acceptedFilm(2, 1, 4), most / 2);
        Generation third = library.delivered(library.acceptedFilm(3, 1, 4), 1);

        HttpAnswer answer = library.call(pack(List.of(id(first), id(second), id(third))));

        assertThat(answer.json().get("files").asInt()).isEqualTo(2);
        assertThat(answer.json().get("left")).hasSize(1);
        assertThat(answer.json().get("left").get(0).asString()).isEqualTo(id(third));
        assertThat(library.call(pack(List.of(id(third)))).json().get("left")).isEmpty();
    }

    @Test
    void packsOneThatIsLargerThanTheLimitByItself() {
        Generation large =
                library.delivered(library.acceptedFilm(1, 1, 4), PackResults.BYTES_MAX + 1);
        Generation small = library.delivered(library.acceptedFilm(2, 1, 4), 1);

        HttpAnswer answer = library.call(pack(List.of(id(large), id(small))));

        assertThat(answer.json().get("files").asInt()).isEqualTo(1);
        assertThat(answer.json().get("left").get(0).asString()).isEqualTo(id(small));
    }

    // Protects: beside the files goes what their records say, of results and of what was brought.
    @Test
    void listsSixFactsOfEveryResultAndOfWhatItWasMadeFrom() {
        Asset photo = keep(AssetSamples.ready(Samples.userId(1), 1, AssetType.PNG, Samples.NOW));
        Generation made = library.delivered(madeFrom(1, photo));

        library.call(pack(List.of(id(made))));

        assertThat(library.archives.list())
                .isEqualTo(
                        """
                        name,bytes,content_type,storage_path,media,access,part,generation
                        halftone-%s-0.png,%d,image/png,u/%s/out/%s/0.png,/v1/generations/%s/media/0,signed,result,%s
                        file-1.png,900,image/png,u/%s/lib/%s/original.png,/v1/assets/%s/media,signed,image style,%s
                        """
                                .formatted(
                                        id(made).substring(4, 16),
                                        Samples.media(made, 0).bytes(),
                                        made.owner(),
                                        id(made),
                                        id(made),
                                        id(made),
                                        made.owner(),
                                        photo.id(),
                                        photo.id(),
                                        id(made))
                                .replace("\n", "\r\n"));
    }

    // Protects: a file that somebody named like a formula is text in a spreadsheet.
    @Test
    void listsANameThatLooksLikeAFormulaAsText() {
        Asset photo = AssetSamples.ready(Samples.userId(1), 1, AssetType.PNG, Samples.NOW);
        Asset named =
                keep(
                        new Asset(
                                photo.id(),
                                photo.owner(),
                                AssetName.of("=1+1,2.png"),
                                photo.source(),
                                photo.createdAt(),
                                photo.state()));

        library.call(pack(List.of(id(library.delivered(madeFrom(1, named))))));

        assertThat(library.archives.list()).contains("\r\n\"'=1+1,2.png\",900,");
    }

    // Protects: what somebody has removed is neither told any more nor in the way.
    @Test
    void listsNothingThatWasRemovedSince() {
        Asset photo = keep(AssetSamples.ready(Samples.userId(1), 1, AssetType.PNG, Samples.NOW));
        Generation made = library.delivered(madeFrom(1, photo));
        library.assets.remove(photo);

        library.call(pack(List.of(id(made))));

        assertThat(library.archives.list()).contains(",result,").doesNotContain("/v1/assets/");
    }

    // Protects: more than one read has room for is read all the same.
    @Test
    void listsWhateverNumberOfFilesWasBrought() {
        List<Generation> made = new ArrayList<>();
        for (int number = 1; number <= Assets.OWNED_MAX + 1; number++) {
            Asset photo =
                    keep(AssetSamples.ready(Samples.userId(1), number, AssetType.PNG, Samples.NOW));
            made.add(library.delivered(madeFrom(number, photo)));
        }

        library.call(pack(made.stream().map(ArchiveRoutesTest::id).toList()));

        assertThat(library.archives.list().split("/v1/assets/", -1)).hasSize(Assets.OWNED_MAX + 2);
    }

    @Test
    void refusesMoreThanOneRequestMayTake() {
        List<String> many =
                Collections.nCopies(
                        PackResults.GENERATIONS_MAX + 1, id(library.delivered(1, 1, 4)));

        assertThat(library.call(pack(many)).code()).isEqualTo("invalid_selection");
        assertThat(library.call(pack(List.of())).code()).isEqualTo("invalid_selection");
    }

    private Asset keep(Asset asset) {
        library.assets.add(asset, new StorageQuota(1_000_000, 100));
        return asset;
    }

    /** As a picture to start from, and for how it is drawn. */
    private Generation madeFrom(int number, Asset asset) {
        GenerationRequest plain = Samples.request();
        List<Input> inputs =
                List.of(
                        new Input(InputRole.IMAGE, asset.id(), AssetType.PNG),
                        new Input(InputRole.STYLE, asset.id(), AssetType.PNG));
        return library.accepted(
                new GenerationRequest(
                        plain.model(),
                        plain.prompt(),
                        plain.format(),
                        new Settings(null, null, inputs, false, null)),
                number,
                1,
                1);
    }

    private static String id(Generation generation) {
        return generation.id().value();
    }

    private HttpEvent pack(List<String> ids) {
        return library.event(1, "pack").bodyField("generations", ids);
    }
}
