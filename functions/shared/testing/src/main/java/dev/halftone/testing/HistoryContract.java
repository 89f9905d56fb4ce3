package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Page;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.generation.Section;
import dev.halftone.core.generation.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history of every {@link dev.halftone.core.generation.Generations}. */
public abstract class HistoryContract extends StudioContract {

    private static final GenerationRequest GUIDED =
            new GenerationRequest(
                    Samples.MODEL,
                    "A lighthouse at dusk",
                    Samples.request().format(),
                    Settings.NONE.guidedBy(
                            new Guidance(null, null, null, Map.of(Section.STYLE, "film noir"))));

    @Test
    void showsTheOwnersHistoryNewestFirstPageByPage() {
        grant(person.welcome(100));
        List<GenerationId> newestFirst = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            newestFirst.addFirst(accepted(number, 4).id());
        }

        eventually(
                () -> {
                    List<GenerationId> ids = new ArrayList<>();
                    @Nullable String cursor = null;
                    do {
                        Page<Generation> page =
                                ports().generations().history(person.user(), 2, cursor);
                        assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
                        page.items().forEach(generation -> ids.add(generation.id()));
                        cursor = page.nextCursor();
                    } while (cursor != null);
                    assertThat(ids).isEqualTo(newestFirst);
                });
    }

    @Test
    void showsTheStateInTheHistory() {
        grant(person.welcome(100));
        Generation generation = delivering(1, 4);

        eventually(
                () ->
                        assertThat(ports().generations().history(person.user(), 10, null).items())
                                .containsExactly(generation));
    }

    @Test
    void showsNobodyElsesHistoryToAForeignCursor() {
        grant(person.welcome(100));
        for (int number = 0; number < 3; number++) {
            accepted(number, 4);
        }
        Supplier<Page<Generation>> firstPage =
                () -> ports().generations().history(person.user(), 1, null);
        eventually(() -> assertThat(firstPage.get().nextCursor()).isNotNull());

        Page<Generation> page =
                ports().generations()
                        .history(Person.fresh().user(), 10, firstPage.get().nextCursor());

        assertThat(page.items()).isEmpty();
    }

    /** Each part of a filter chooses, and pages of what it chose follow on each other. */
    @Test
    void showsOnlyWhatTheFilterAdmits() {
        grant(person.welcome(100));
        Generation oldest = accepted(1, 4);
        Generation film = person.film(2, 4);
        ports().submissions().accept(film, transfer(film));
        Generation failing = accepted(3, 4);
        Generation failed = failed(failing, FailureReason.TIMEOUT);
        ports().settlements().settle(failing, failed);
        Generation newest = delivered(4, 4);

        eventually(
                () -> {
                    assertThat(ids(filter(null, MediaKind.VIDEO, null))).containsExactly(film.id());
                    assertThat(ids(filter("no-such-model", null, null))).isEmpty();
                    assertThat(ids(filter(null, null, HistoryFilter.End.RUNNING)))
                            .containsExactly(film.id(), oldest.id());
                    assertThat(ids(filter(null, null, HistoryFilter.End.FAILED)))
                            .containsExactly(failed.id());
                    assertThat(ids(filter(null, null, HistoryFilter.End.SUCCEEDED)))
                            .containsExactly(newest.id());
                    assertThat(ids(between(film.createdAt(), newest.createdAt())))
                            .containsExactly(failed.id(), film.id());
                    assertThat(ids(searching(oldest.request().prompt().toUpperCase(Locale.ROOT))))
                            .contains(oldest.id());
                    assertThat(ids(searching("unheard-of"))).isEmpty();
                });
    }

    /** What was decided beside the prompt is as good to remember it by. */
    @Test
    void findsAGenerationByWhatGuidedIt() {
        grant(person.welcome(100));
        accepted(1, 4);
        Generation guided = person.generation(2, 4, GUIDED);
        ports().submissions().accept(guided, transfer(guided));

        eventually(() -> assertThat(ids(searching("noir"))).containsExactly(guided.id()));
    }

    /** A cursor is a place in the history, so a reader may change what they look for. */
    @Test
    void goesOnFromTheCursorOfAnotherFilter() {
        grant(person.welcome(100));
        Generation first = accepted(1, 4);
        accepted(2, 4);
        Generation third = accepted(3, 4);
        Supplier<Page<Generation>> newest =
                () -> ports().generations().history(person.user(), 1, null);
        eventually(() -> assertThat(newest.get().items()).containsExactly(third));
        String cursor = newest.get().nextCursor();

        assertThat(
                        ports().generations()
                                .history(
                                        person.user(),
                                        between(first.createdAt(), first.createdAt().plusMillis(1)),
                                        10,
                                        cursor)
                                .items())
                .containsExactly(first);
        assertThat(
                        ports().generations()
                                .history(
                                        person.user(),
                                        between(
                                                third.createdAt(),
                                                third.createdAt().plusSeconds(9)),
                                        10,
                                        cursor)
                                .items())
                .isEmpty();
    }

    private List<GenerationId> ids(HistoryFilter filter) {
        List<GenerationId> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Generation> page = ports().generations().history(person.user(), filter, 1, cursor);
            page.items().forEach(generation -> ids.add(generation.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return ids;
    }

    private static HistoryFilter filter(
            @Nullable String model, @Nullable MediaKind kind, HistoryFilter.@Nullable End state) {
        return new HistoryFilter(model, kind, state, null, null, null, List.of());
    }

    private static HistoryFilter between(Instant from, Instant until) {
        return new HistoryFilter(null, null, null, null, from, until, List.of());
    }

    private static HistoryFilter searching(String words) {
        return new HistoryFilter(null, null, null, null, null, null, List.of(words.split(" ", 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "a", "YWJj", "MTIzIzQ1Ng", "../..", "\u0000"})
    void refusesAMalformedCursor(String cursor) {
        assertThatThrownBy(() -> ports().generations().history(person.user(), 10, cursor))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
