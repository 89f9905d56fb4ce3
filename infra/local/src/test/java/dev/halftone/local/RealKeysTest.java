package dev.halftone.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.circuit.KeyCheck.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: who tries a real key learns at the start that it is none, and not by a lost order. */
class RealKeysTest {
    private static final URI HERE = URI.create("http://localhost:8080");
    private static final LocalChoices CHOICES =
            LocalChoices.from(
                    Map.of(
                            "DREAM_MACHINE_KEY", "real-key-1",
                            "FAL_KEY", "real-key-2",
                            "LUMA_KEY", "real-key-3"));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @Test
    void asksThoseAloneThatAreCalledForReal() {
        assertThat(RealKeys.checks(CHOICES, HERE, Clock.systemUTC()))
                .containsOnlyKeys("dream-machine", "fal");
        assertThat(RealKeys.checks(LocalChoices.STANDARD, HERE, Clock.systemUTC())).isEmpty();
    }

    @Test
    void saysOfEachWhatItAnsweredAndGoesOnWhereNobodyKnows() {
        RealKeys.require(
                CHOICES,
                Map.of(
                        "dream-machine",
                        accepted(),
                        "fal",
                        () -> new Outcome.Unknown("no answer in time")),
                out);

        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "dream-machine is called for real: it accepts the key.",
                        "fal is called for real: it did not say whether it accepts the key: no"
                                + " answer in time",
                        "luma is called for real: it cannot be asked about its key; the first order"
                                + " will tell.");
    }

    @Test
    void stopsTheStartAndNamesTheVariableOfARefusedKey() {
        Map<String, KeyCheck> checks =
                Map.of(
                        "dream-machine",
                        () -> new Outcome.Refused("answered 401"),
                        "fal",
                        accepted());

        assertThatThrownBy(() -> RealKeys.require(CHOICES, checks, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DREAM_MACHINE_KEY")
                .message()
                .doesNotContain("FAL_KEY", "real-key");
        assertThat(printed.toString(UTF_8)).contains("answered 401").doesNotContain("real-key");
    }

    private static KeyCheck accepted() {
        return Outcome.Accepted::new;
    }
}
