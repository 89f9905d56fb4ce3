package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protects: a character keeps every wording, so that what was made by one can be made again. */
class BriefRoutesTest {
    private final Library library = new Library();
    private String id = "";

    @BeforeEach
    void create() {
        id = library.call(library.event(1, "brief-create")).json().get("id").asString();
    }

    @Test
    void keepsTheFirstWordingBesideTheLatest() {
        HttpAnswer rewritten = library.call(named(1, "brief-rewrite"));

        assertThat(rewritten.json().get("version").asInt()).isEqualTo(2);
        assertThat(library.call(named(1, "brief").query("version=1")).json().get("text").asString())
                .startsWith("A grey cat");
        assertThat(library.call(named(1, "brief").query("")).json().get("text").asString())
                .startsWith("A black cat");
        assertThat(library.call(library.event(1, "briefs")).json().get("items")).hasSize(1);
    }

    // Two windows: the second is told that there is something it has not seen.
    @Test
    void overwritesNothingUnseen() {
        library.call(named(1, "brief-rewrite"));

        HttpAnswer answer =
                library.call(named(1, "brief-rewrite").bodyField("text", "A white cat"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("brief_changed");
        assertThat(answer.json().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void goesWithEveryWording() {
        library.call(named(1, "brief-rewrite"));

        assertThat(library.call(named(1, "brief-delete")).status()).isEqualTo(204);

        assertThat(library.call(named(1, "brief").query("version=1")).code())
                .isEqualTo("unknown_brief");
        assertThat(library.call(named(1, "brief-delete")).code()).isEqualTo("unknown_brief");
    }

    @Test
    void isUnknownToEverybodyElse() {
        assertThat(library.call(named(2, "brief").query("")).code()).isEqualTo("unknown_brief");
        assertThat(library.call(named(2, "brief-rewrite")).code()).isEqualTo("unknown_brief");
        assertThat(library.call(named(2, "brief-delete")).code()).isEqualTo("unknown_brief");
    }

    @Test
    void namesTheTextThatIsNone() {
        HttpAnswer answer =
                library.call(library.event(1, "brief-create").bodyField("text", "x".repeat(1_001)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo("text");
    }

    private HttpEvent named(int person, String name) {
        return library.event(person, name).pathParameter("id", id);
    }
}
