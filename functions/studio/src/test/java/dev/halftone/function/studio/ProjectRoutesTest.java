package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Generation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: a project holds what its owner put into it, and takes nothing along unasked. */
class ProjectRoutesTest {
    private final Library library = new Library();
    private String project = "";

    @BeforeEach
    void create() {
        library.grant(1, 200);
        library.grant(2, 100);
        project = library.call(library.event(1, "project-create")).json().get("id").asString();
    }

    @Test
    void holdsWhatIsPutIntoItAndNothingElse() {
        Generation inside = library.delivered(1, 1, 4);
        library.delivered(2, 1, 4);

        assertThat(put(inside, project).status()).isEqualTo(204);

        assertThat(inProject()).containsExactly(inside.id().value());
        HttpEvent one = library.event(1, "generation").pathParameter("id", inside.id().value());
        assertThat(library.call(one).json().get("project").asString()).isEqualTo(project);
        put(inside, null);
        assertThat(inProject()).isEmpty();
    }

    // A worker that knows nothing of it goes on as if nothing had happened.
    @Test
    void takesInWhatIsStillBeingMadeWithoutDisturbingIt() {
        Generation running = library.accepted(1, 1, 4);

        assertThat(put(running, project).status()).isEqualTo(204);
        library.delivered(running);

        assertThat(inProject()).containsExactly(running.id().value());
        assertThat(library.stored(running).state().label()).isEqualTo("succeeded");
    }

    @Test
    void keepsWhatWasInItWhenItIsDeletedSo() {
        Generation inside = library.delivered(1, 1, 4);
        put(inside, project);

        HttpAnswer answer = library.call(delete(1, "generations=keep"));

        assertThat(answer.json().get("done").asBoolean()).isTrue();
        assertThat(library.stored(inside).shelf().isRemoved()).isFalse();
        assertThat(library.call(library.event(1, "projects")).json().get("items")).isEmpty();
    }

    // More than one call removes: it is told to go on, and the project is there until it is done.
    @Test
    void removesWhatWasInItWhenItIsDeletedSo() {
        List<Generation> inside = new ArrayList<>();
        for (int number = 1; number <= 23; number++) {
            inside.add(library.delivered(number, 1, 4));
            put(inside.getLast(), project);
        }
        Generation outside = library.delivered(30, 1, 4);

        HttpAnswer first = library.call(delete(1, "generations=delete"));
        HttpAnswer second = library.call(delete(1, "generations=delete"));

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("removed").asInt()).isEqualTo(20);
        assertThat(second.json().get("removed").asInt()).isEqualTo(3);
        assertThat(second.json().get("done").asBoolean()).isTrue();
        assertThat(inside).allMatch(each -> library.stored(each).shelf().isRemoved());
        assertThat(library.stored(outside).shelf().isRemoved()).isFalse();
    }

    @Test
    void removesNothingWhileSomethingInItIsStillBeingMade() {
        Generation done = library.delivered(1, 1, 4);
        Generation running = library.accepted(2, 1, 4);
        put(done, project);
        put(running, project);

        assertThat(library.call(delete(1, "generations=delete")).code())
                .isEqualTo("generation_running");
        assertThat(library.stored(done).shelf().isRemoved()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "generations=", "generations=yes"})
    void asksWhatIsToBecomeOfItsGenerations(String query) {
        HttpAnswer answer = library.call(delete(1, query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("generations_undecided");
    }

    @Test
    void isCreatedOnceHoweverOftenItIsTold() {
        HttpAnswer again = library.call(library.event(1, "project-create"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id").asString()).isEqualTo(project);
        assertThat(library.call(library.event(1, "projects")).json().get("items")).hasSize(1);
    }

    @Test
    void getsAnotherNameAndADirection() {
        HttpEvent change = library.event(1, "project-change").pathParameter("id", project);

        assertThat(library.call(change).status()).isEqualTo(204);
        HttpAnswer list = library.call(library.event(1, "projects"));
        assertThat(list.json().at("/items/0/name").asString()).isEqualTo("Title page");
        assertThat(list.json().at("/items/0/direction").asString()).isEqualTo("Oil on canvas");
    }

    @Test
    void isUnknownToEverybodyElse() {
        Generation theirs = library.delivered(5, 2, 4);
        HttpEvent file =
                library.event(2, "file")
                        .pathParameter("id", theirs.id().value())
                        .bodyField("project", project);
        HttpEvent change = library.event(2, "project-change").pathParameter("id", project);

        assertThat(library.call(file).code()).isEqualTo("unknown_project");
        assertThat(library.call(change).code()).isEqualTo("unknown_project");
        assertThat(library.call(delete(2, "generations=delete")).code())
                .isEqualTo("unknown_project");
    }

    @ParameterizedTest
    @CsvSource({"name, ' '", "direction, ' '"})
    void namesTheTextThatIsNone(String field, String text) {
        HttpAnswer answer = library.call(library.event(1, "project-create").bodyField(field, text));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void needsAKeyToBeCreatedOnce() {
        HttpEvent event = library.event(1, "project-create").withoutHeader("idempotency-key");

        assertThat(library.call(event).code()).isEqualTo("idempotency_key_required");
    }

    private List<String> inProject() {
        List<String> ids = new ArrayList<>();
        library.call(library.event(1, "history").query("project=" + project))
                .json()
                .get("items")
                .forEach(each -> ids.add(each.get("id").asString()));
        return ids;
    }

    private HttpAnswer put(Generation generation, @Nullable String where) {
        HttpEvent nowhere = library.event(1, "file").pathParameter("id", generation.id().value());
        return library.call(where == null ? nowhere : nowhere.bodyField("project", where));
    }

    private HttpEvent delete(int person, String query) {
        return library.event(person, "project-delete").pathParameter("id", project).query(query);
    }
}
