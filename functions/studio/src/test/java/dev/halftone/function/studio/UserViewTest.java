package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.ProviderInsides;
import dev.halftone.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: people read our ids and our words. What the provider calls the work, where it lies
 * there and what broke stays with the operator.
 *
 * <p>Method: every field that a provider fills is filled with its insides.
 */
class UserViewTest {
    private static final ProviderInsides INSIDES = ProviderInsides.planted();

    private final Library library = new Library();

    @BeforeEach
    void fund() {
        library.grant(1, 100);
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void showsNothingOfTheProvidersWhateverFailed(FailureReason reason) {
        Generation generation = running(1);
        library.end(
                generation,
                new GenerationEvent.GivenUp(reason, ProviderInsides.detail(), Samples.NOW));

        assertThat(INSIDES.in(library.stored(generation).toString())).isNotEmpty();
        assertShowsNothing(generation);
    }

    @Test
    void showsNothingOfTheProvidersWhileItWorks() {
        assertShowsNothing(running(1));
    }

    @Test
    void showsNothingOfTheProvidersWhileTheResultIsCopied() {
        assertShowsNothing(delivering(1));
    }

    @Test
    void showsNothingOfTheProvidersOfADeliveredPicture() {
        Generation generation = delivering(1);
        library.end(
                generation,
                new GenerationEvent.Delivered(
                        List.of(Samples.media(generation, 0)), Samples.NOW.plusSeconds(10)));

        assertShowsNothing(generation);
        HttpAnswer link = media(generation, "download=1");
        assertThat(link.status()).isEqualTo(302);
        assertThat(link.header("location"))
                .contains("halftone-")
                .doesNotContain("ca4a", ProviderInsides.KEY, "queue.fal.run");
    }

    private void assertShowsNothing(Generation generation) {
        assertThat(
                        List.of(
                                library.call(
                                        library.event(1, "generation")
                                                .pathParameter("id", generation.id().value())),
                                library.call(
                                        library.event(1, "timeline")
                                                .pathParameter("id", generation.id().value())),
                                library.call(library.event(1, "history").query("")),
                                library.call(library.event(1, "statement").query("")),
                                library.call(library.event(1, "statement-csv")),
                                media(generation, "")))
                .allSatisfy(
                        answer -> {
                            assertThat(INSIDES.in(answer.body())).isEmpty();
                            assertThat(answer.event().get("headers").toString())
                                    .doesNotContain("ca4a");
                        })
                .anySatisfy(answer -> assertThat(answer.body()).contains(generation.id().value()));
    }

    private HttpAnswer media(Generation generation, String query) {
        return library.call(
                library.event(1, "media")
                        .pathParameter("id", generation.id().value())
                        .pathParameter("index", "0")
                        .query(query));
    }

    private Generation running(int number) {
        Generation generation = library.accepted(number, 1, 4);
        generation =
                library.moved(
                        generation,
                        new GenerationEvent.SubmissionStarted(Samples.NOW, Samples.NOW));
        return library.moved(
                generation,
                new GenerationEvent.SubmissionAccepted(
                        ProviderInsides.request(), Samples.NOW, Samples.NOW));
    }

    private Generation delivering(int number) {
        return library.moved(
                running(number),
                new GenerationEvent.ResultReady(List.of(ProviderInsides.media()), Samples.NOW));
    }
}
