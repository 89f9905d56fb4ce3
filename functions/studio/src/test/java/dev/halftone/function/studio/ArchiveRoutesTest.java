package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.archive.PackResults;
import dev.halftone.core.generation.Generation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
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

    @Test
    void refusesMoreThanOneRequestMayTake() {
        List<String> many =
                Collections.nCopies(
                        PackResults.GENERATIONS_MAX + 1, id(library.delivered(1, 1, 4)));

        assertThat(library.call(pack(many)).code()).isEqualTo("invalid_selection");
        assertThat(library.call(pack(List.of())).code()).isEqualTo("invalid_selection");
    }

    private static String id(Generation generation) {
        return generation.id().value();
    }

    private HttpEvent pack(List<String> ids) {
        return library.event(1, "pack").bodyField("generations", ids);
    }
}
