package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.circuit.Circuit;
import dev.halftone.core.circuit.Sign;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.Generation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import dev.halftone.testing.ScriptedPromptCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

// Protects: nobody's credits are set aside for what nobody would make, and a provider that fails
// gets no more orders while another one makes the same at the same price.
class AvailabilityTest {

    private static final Route FIRST = Samples.route("fal", "fal-ai/pro", MediaKind.IMAGE);
    private static final Route SECOND = Samples.route("openai", "pro", MediaKind.IMAGE);

    private final Studio studio = new Studio();
    private final Studio.Person person = studio.person(1, 25);
    private final WatchRoutes watch = new WatchRoutes(studio.circuits);

    AvailabilityTest() {
        studio.deploy(
                Samples.profile(
                        Samples.catalogue(
                                List.of(Samples.model().by(List.of(FIRST, SECOND))), List.of())));
    }

    @Test
    void refusesBeforeAnythingIsSetAsideIfNobodyTakesOrders() {
        fail(FIRST);
        fail(SECOND);

        HttpAnswer refused = studio.call(person.submission());

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("code").asString()).isEqualTo("provider_unavailable");
        assertThat(refused.header("retry-after"))
                .isEqualTo(Long.toString(Circuit.OPEN_MIN.toSeconds()));
        assertThat(person.available()).isEqualTo(25);
        assertThat(studio.queue.drain()).isEmpty();
        assertThat(studio.store.generations().history(Samples.userId(1), 10, null).items())
                .isEmpty();
    }

    @Test
    void answersARepeatWithItsOriginalWhateverHasFailedSince() {
        HttpEvent submission = person.submission();
        HttpAnswer accepted = studio.call(submission);
        fail(FIRST);
        fail(SECOND);

        HttpAnswer repeated = studio.call(submission);

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.json().get("id")).isEqualTo(accepted.json().get("id"));
    }

    @Test
    void takesTheNextProviderAtTheSamePriceAndSaysSo() {
        fail(FIRST);

        HttpAnswer accepted = studio.call(person.submission());

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().get("credits").asLong()).isEqualTo(4);
        assertThat(accepted.json().get("provider").get("name").asString()).isEqualTo("By openai");
        assertThat(stored().assignment()).isEqualTo(Samples.assignment("openai", true));
    }

    @Test
    void keepsOrdersFromAProviderWhoseKeyIsRefused() {
        watch.keyRefused("fal", Samples.NOW);

        studio.call(person.submission());

        assertThat(stored().assignment().provider()).isEqualTo("openai");
    }

    @Test
    void letsOneOrderTryOnceTheTimeIsOver() {
        fail(FIRST);
        studio.clock.advance(Circuit.OPEN_MIN);

        studio.call(person.submission());
        studio.call(person.submission().header("idempotency-key", "another-key-1"));

        assertThat(studio.store.generations().history(Samples.userId(1), 10, null).items())
                .extracting(generation -> generation.assignment().provider())
                .containsExactlyInAnyOrder("fal", "openai");
    }

    // Nor must words that nobody may work on: they could keep a provider shut out for ever.
    @Test
    void keepsTheTrialForWordsThatMayBeWorkedOn() {
        fail(FIRST);
        studio.clock.advance(Circuit.OPEN_MIN);
        HttpEvent unsafe =
                person.submission()
                        .header("idempotency-key", "another-key-1")
                        .bodyField("prompt", "A bomb " + ScriptedPromptCheck.UNSAFE);
        assertThat(studio.call(unsafe).code()).isEqualTo("prompt_refused");

        studio.call(person.submission());

        assertThat(stored().assignment().provider()).isEqualTo("fal");
    }

    // Whoever cannot pay must not use up the one order that would tell.
    @Test
    void keepsTheTrialForSomebodyWhoCanPay() {
        fail(FIRST);
        studio.clock.advance(Circuit.OPEN_MIN);
        studio.call(studio.person(2, 1).submission());

        studio.call(person.submission());

        assertThat(stored().assignment().provider()).isEqualTo("fal");
    }

    @Test
    void goesOnWhileNobodyCanSayWhatFails() {
        studio.circuits.breakDown();

        assertThat(studio.call(person.submission()).status()).isEqualTo(202);
    }

    private Generation stored() {
        return studio.store.generations().history(Samples.userId(1), 10, null).items().getFirst();
    }

    private void fail(Route route) {
        for (int order = 0; order < Circuit.FAILURES_MAX; order++) {
            watch.saw(Sign.UNWELL, route, studio.clock.instant());
        }
    }
}
