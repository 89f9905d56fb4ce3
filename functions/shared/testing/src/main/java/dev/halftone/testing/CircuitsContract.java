package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.circuit.Circuit;
import dev.halftone.core.circuit.CircuitId;
import dev.halftone.core.circuit.Circuits;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Circuits} does. */
public abstract class CircuitsContract {

    private final String provider = "p" + UUID.randomUUID();
    private final CircuitId id = new CircuitId(provider, "owner/model");

    protected abstract Circuits circuits();

    static List<Circuit.State> states() {
        return List.of(
                new Circuit.State.Closed(3, Samples.NOW),
                new Circuit.State.Open(Samples.NOW, 2),
                new Circuit.State.Trial(Samples.NOW.plusNanos(1_000), 7));
    }

    @Test
    void isClosedWhileNothingIsStored() {
        assertThat(circuits().find(id)).isEqualTo(Circuit.closed());
    }

    @ParameterizedTest
    @MethodSource("states")
    void keepsWhatItWasTold(Circuit.State state) {
        Circuit after = new Circuit(state, 1);

        assertThat(circuits().move(id, Circuit.closed(), after)).isTrue();

        assertThat(circuits().find(id)).isEqualTo(after);
    }

    @Test
    void letsOneOfTwoChangesWin() {
        Circuit first = new Circuit(new Circuit.State.Open(Samples.NOW, 1), 1);
        circuits().move(id, Circuit.closed(), first);
        Circuit won = new Circuit(new Circuit.State.Trial(Samples.NOW, 1), 2);

        assertThat(circuits().move(id, first, won)).isTrue();
        assertThat(circuits().move(id, first, new Circuit(first.state(), 2))).isFalse();
        assertThat(circuits().move(id, Circuit.closed(), first)).isFalse();

        assertThat(circuits().find(id)).isEqualTo(won);
    }

    @Test
    void letsOneOfManyClaimATrialAtTheSameTime() {
        Circuit open = new Circuit(new Circuit.State.Open(Samples.NOW, 1), 1);
        circuits().move(id, Circuit.closed(), open);
        Circuit trial = new Circuit(new Circuit.State.Trial(Samples.NOW, 1), 2);

        List<Boolean> won = Race.run(6, _ -> circuits().move(id, open, trial));

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void tellsTheKeyFromEveryEndpoint() {
        circuits()
                .move(
                        new CircuitId(provider, null),
                        Circuit.closed(),
                        new Circuit(new Circuit.State.Open(Samples.NOW, 1), 1));

        assertThat(circuits().find(id)).isEqualTo(Circuit.closed());
        assertThat(circuits().find(new CircuitId(provider, null)).isClosed()).isFalse();
    }
}
