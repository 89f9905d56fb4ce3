package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Generations;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationRoutesTest {
    private final Library library = new Library();

    @BeforeEach
    void fund() {
        library.grant(1, 100);
        library.grant(2, 100);
    }

    @Test
    void pagesThroughAHistoryNewestFirst() {
        for (int number = 1; number <= 5; number++) {
            library.accepted(number, 1, 4);
        }
        library.accepted(6, 2, 4);

        List<String> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            HttpAnswer answer =
                    library.call(library.event(1, "history").query("limit=2&cursor=" + cursor));
            answer.json().get("items").forEach(each -> ids.add(each.get("id").asString()));
            cursor = answer.json().get("nextCursor").asString("");
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(ids)
                .containsExactly(
                        Samples.generationId(5).value(),
                        Samples.generationId(4).value(),
                        Samples.generationId(3).value(),
                        Samples.generationId(2).value(),
                        Samples.generationId(1).value());
    }

    // Goal: each filter reaches the store, alone and together. Method: four kinds of work.
    @ParameterizedTest
    @CsvSource({
        "kind=video, 3",
        "state=running, 4 3",
        "state=succeeded, 2",
        "state=failed, 1",
        "state=cancelled, ''",
        "from=2026-11-01&to=2026-11-01, ''",
        "model=text-to-nothing, ''",
        "state=running&kind=image, 4",
        "search=LIGHT+dusk&state=succeeded, 2",
        "search=giraffe, ''"
    })
    void showsOnlyWhatIsAskedFor(String query, String numbers) {
        library.end(
                library.accepted(1, 1, 4),
                new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "late", Samples.NOW));
        library.delivered(2, 1, 4);
        library.acceptedFilm(3, 1, 8);
        library.accepted(4, 1, 4);

        HttpAnswer answer = library.call(library.event(1, "history").query(query));

        assertThat(answer.json().get("items"))
                .extracting(each -> each.get("id").asString())
                .containsExactlyElementsOf(
                        numbers.isEmpty()
                                ? List.of()
                                : Arrays.stream(numbers.split(" ", -1))
                                        .map(Integer::parseInt)
                                        .map(number -> Samples.generationId(number).value())
                                        .toList());
    }

    // Goal: a search that finds nothing ends each answer, and says where to go on.
    @Test
    void looksAtABoundedNumberForOnePageAndGoesOn() {
        library.grant(3, 2_000);
        library.acceptedFilm(0, 3, 1);
        for (int number = 1; number <= Generations.LOOKED_AT_MAX + 1; number++) {
            library.accepted(number, 3, 1);
        }

        HttpAnswer first = library.call(library.event(3, "history").query("kind=video"));
        String cursor = first.json().get("nextCursor").asString();
        HttpAnswer second =
                library.call(library.event(3, "history").query("kind=video&cursor=" + cursor));

        assertThat(first.json().get("items")).isEmpty();
        assertThat(second.json().get("items")).hasSize(1);
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "kind=painting, kind",
        "state=asleep, state",
        "model=%2F, model",
        "from=yesterday, from",
        "from=2026-11-02&to=2026-11-01, to",
        "search=a+b+c+d+e+f+g+h+i+j+k, search"
    })
    void namesTheFilterThatIsNone(String query, String field) {
        HttpAnswer answer = library.call(library.event(1, "history").query(query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void aNewcomerHasAnEmptyHistory() {
        HttpAnswer answer = library.call(library.event(3, "history").query(""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("items")).isEmpty();
        assertThat(answer.json().get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1000", "ten", "1.5", "%20"})
    void refusesABadLimit(String limit) {
        HttpAnswer answer = library.call(library.event(1, "history").query("limit=" + limit));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_limit");
        assertThat(answer.json().get("field").asString()).isEqualTo("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "....", "MTIz", "%00", "zzzzzzzzzzzzzzzzzzzzzz"})
    void refusesABadCursor(String cursor) {
        HttpAnswer answer = library.call(library.event(1, "history").query("cursor=" + cursor));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_cursor");
    }

    @Test
    void refusesAnEndlessCursor() {
        HttpEvent event = library.event(1, "history").query("cursor=" + "A".repeat(2_000));

        assertThat(library.call(event).code()).isEqualTo("invalid_cursor");
    }

    @Test
    void showsADeliveredGeneration() {
        Generation generation = library.delivered(1, 1, 4);

        HttpAnswer answer = library.call(one(1, generation));

        assertThat(answer.json().get("state").asString()).isEqualTo("succeeded");
        assertThat(answer.json().get("endedAt").asString())
                .isEqualTo(Samples.NOW.plusSeconds(11).toString());
        assertThat(answer.json().get("typicalSeconds").asLong()).isEqualTo(12);
        assertThat(answer.json().get("refundedCredits").asLong()).isZero();
        assertThat(answer.json().get("failure").isNull()).isTrue();
        assertThat(answer.json().at("/media/0/href").asString())
                .isEqualTo("/v1/generations/" + generation.id() + "/media/0");
        assertThat(answer.json().at("/media/0/width").asInt()).isEqualTo(1024);
    }

    @Test
    void showsHowLongAFilmWasToBeAndIs() {
        Generation generation = library.delivered(library.acceptedFilm(1, 1, 8));

        HttpAnswer answer = library.call(one(1, generation));

        assertThat(answer.json().get("durationSeconds").asInt()).isEqualTo(4);
        assertThat(answer.json().at("/media/0/durationMillis").asLong()).isEqualTo(4042);
        assertThat(answer.json().at("/media/0/contentType").asString()).isEqualTo("video/mp4");
    }

    @Test
    void downloadsAFilmUnderANameThatPlays() {
        Generation generation = library.delivered(library.acceptedFilm(1, 1, 8));

        HttpAnswer answer = library.call(media(generation, "0").query("download=1"));

        assertThat(answer.header("location"))
                .contains("/0.mp4?")
                .endsWith("&download=halftone-00000000.mp4");
    }

    // Goal: users never see the provider's ids, addresses or words. Method: look for them.
    @Test
    void showsNothingOfTheProviders() {
        Generation generation = library.delivered(1, 1, 4);

        assertThat(library.call(one(1, generation)).body())
                .doesNotContain("request-1")
                .doesNotContain("queue.fal.run")
                .doesNotContain("u/usr_");
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void saysWhyThereIsNoPictureAndThatCreditsCameBack(FailureReason reason) {
        Generation generation = library.accepted(1, 1, 4);
        library.end(
                generation,
                new GenerationEvent.GivenUp(reason, "words of the provider", Samples.NOW));

        HttpAnswer answer = library.call(one(1, generation));

        assertThat(answer.json().at("/failure/code").asString()).isEqualTo(reason.code());
        assertThat(answer.json().at("/failure/message").asString()).isNotBlank();
        assertThat(answer.json().at("/failure/retryable").asBoolean())
                .isEqualTo(reason.retryable());
        assertThat(answer.json().get("refundedCredits").asLong()).isEqualTo(4);
        assertThat(answer.body()).doesNotContain("words of the provider");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generation", "media"})
    void doesNotKnowOtherPeoplesGenerations(String name) {
        Generation generation = library.delivered(1, 1, 4);

        HttpAnswer answer =
                library.call(
                        library.event(2, name)
                                .pathParameter("id", generation.id().value())
                                .query(""));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_generation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen_EXAMPLE", "", "../../etc/passwd"})
    void doesNotKnowWhatIsNoId(String id) {
        HttpEvent event = library.event(1, "generation").pathParameter("id", id);

        assertThat(library.call(event).code()).isEqualTo("unknown_generation");
    }

    @Test
    void redirectsToThePicture() {
        Generation generation = library.delivered(1, 1, 4);

        HttpAnswer answer = library.call(media(generation, "0").query(""));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location"))
                .isEqualTo(
                        "https://media.test/u/%s/out/%s/0.png?seconds=600"
                                .formatted(generation.owner(), generation.id()));
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void namesADownload() {
        Generation generation = library.delivered(1, 1, 4);

        HttpAnswer answer = library.call(media(generation, "0").query("download=1"));

        assertThat(answer.header("location")).endsWith("&download=halftone-00000000.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "x", "00001", "999"})
    void hasOnlyThePicturesThatWereDelivered(String index) {
        Generation generation = library.delivered(1, 1, 4);

        HttpAnswer answer = library.call(media(generation, index));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_media");
    }

    @Test
    void hasNoPictureBeforeDelivery() {
        Generation generation = library.accepted(1, 1, 4);

        assertThat(library.call(media(generation, "0")).code()).isEqualTo("unknown_media");
    }

    private HttpEvent one(int person, Generation generation) {
        return library.event(person, "generation").pathParameter("id", generation.id().value());
    }

    private HttpEvent media(Generation generation, String index) {
        return library.event(1, "media")
                .pathParameter("id", generation.id().value())
                .pathParameter("index", index);
    }
}
