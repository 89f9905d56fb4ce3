package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.ProviderInsides;
import dev.halftone.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Protects: neither a repeated click nor a wish to stop tells anything of the provider's insides.
 *
 * <p>Method: every field that a provider fills is filled with them.
 */
class UserViewTest {
    private static final ProviderInsides INSIDES = ProviderInsides.planted();

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);
    private final HttpEvent click = ada.submission();
    private final String id = studio.call(click).json().get("id").asString();

    @Test
    void tellsNothingOfTheProvidersWhileItWorks() {
        run();

        assertTellsNothing(202);
    }

    @Test
    void tellsNothingOfTheProvidersOnceTheResultIsThere() {
        run();
        move(new GenerationEvent.ResultReady(List.of(ProviderInsides.media()), Samples.NOW));

        assertTellsNothing(409);
    }

    @Test
    void tellsNothingOfTheProvidersAfterAFailure() {
        run();
        Generation before = stored();
        Generation after =
                before.on(
                                new GenerationEvent.GivenUp(
                                        FailureReason.PROVIDER_ERROR,
                                        ProviderInsides.detail(),
                                        Samples.NOW))
                        .orElseThrow();
        assertThat(studio.store.settlements().settle(before, after)).isTrue();

        assertTellsNothing(409);
    }

    private void assertTellsNothing(int cancelled) {
        assertThat(INSIDES.in(stored().toString())).isNotEmpty();

        HttpAnswer repeated = studio.call(click);
        HttpAnswer cancellation = studio.call(ada.cancellation(id));

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(cancellation.status()).isEqualTo(cancelled);
        assertThat(List.of(repeated, cancellation))
                .allSatisfy(answer -> assertThat(INSIDES.in(answer.body())).isEmpty());
    }

    private void run() {
        move(new GenerationEvent.SubmissionStarted(Samples.NOW, Samples.NOW));
        move(
                new GenerationEvent.SubmissionAccepted(
                        ProviderInsides.request(), Samples.NOW, Samples.NOW));
    }

    private void move(GenerationEvent event) {
        Generation before = stored();
        Generation after = before.on(event).orElseThrow();
        assertThat(studio.store.generations().move(before, after, new Claim("test"))).isTrue();
    }

    private Generation stored() {
        return studio.store.generations().find(new GenerationId(id)).orElseThrow();
    }
}
