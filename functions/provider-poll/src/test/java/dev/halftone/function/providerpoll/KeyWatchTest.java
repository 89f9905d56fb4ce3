package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.circuit.Circuit;
import dev.halftone.core.circuit.KeyCheck.Outcome;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.lambda.PrintedLines;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Protects: a key that is of no use is found before an order is, and so is one that is again. */
class KeyWatchTest {
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private final Workshop workshop = new Workshop();

    @Test
    void keepsOrdersFromAProviderWhoseKeyIsMissingAndTellsAnOperator() {
        workshop.keys.put("fal", new Outcome.Refused("ssm: no parameter /halftone/test/fal"));

        try (PrintedLines printed = PrintedLines.open()) {
            workshop.tick();
            assertThat(printed.containing("does not accept our key"))
                    .singleElement()
                    .asString()
                    .contains("\"provider\":\"fal\"", "no parameter /halftone/test/fal");
        }

        assertThat(shutUntil()).contains(Samples.NOW.plus(Circuit.REFUSED));
        assertThat(workshop.counted).containsExactly(ProviderPollFunction.PROVIDER_KEY_REFUSED);
        assertThat(workshop.provider.orders).isEmpty();
    }

    // The check is more frequent than the circuit's own time: nothing gets through in between.
    @Test
    void keepsItShutForAsLongAsTheKeyIsRefused() {
        workshop.keys.put("fal", new Outcome.Refused("answered 401"));

        for (int check = 0; check < 6; check++) {
            workshop.tick();
            workshop.clock.advance(MINUTES);
            assertThat(shutUntil()).isPresent();
        }
    }

    @Test
    void letsOrdersThroughOnceTheKeyIsGood() {
        workshop.keys.put("fal", new Outcome.Refused("answered 401"));
        workshop.tick();
        workshop.keys.put("fal", new Outcome.Accepted());
        workshop.clock.advance(MINUTES);

        workshop.tick();

        assertThat(shutUntil()).isEmpty();
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);
        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Running.class);
    }

    @Test
    void changesNothingForAProviderThatDoesNotAnswer() {
        workshop.keys.put("fal", new Outcome.Unknown("no answer in time"));
        workshop.tick();
        assertThat(shutUntil()).isEmpty();

        workshop.keys.put("fal", new Outcome.Refused("answered 401"));
        workshop.tick();
        workshop.keys.put("fal", new Outcome.Unknown("no answer in time"));
        workshop.tick();
        assertThat(shutUntil()).isPresent();
        assertThat(workshop.counted).containsExactly(ProviderPollFunction.PROVIDER_KEY_REFUSED);
    }

    /** When orders to the first provider may go, asked as another function would. */
    private Optional<Instant> shutUntil() {
        return new WatchRoutes(workshop.circuits)
                .shutUntil(Samples.model().routes().getFirst(), workshop.clock.instant());
    }
}
