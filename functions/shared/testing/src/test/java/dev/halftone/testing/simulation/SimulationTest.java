package dev.halftone.testing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: whatever goes wrong, in whatever order, every credit and every picture is accounted for,
 * and all ends once nothing goes wrong any more. Method: the real use cases in worlds that seeds
 * decide. {@code -Dseed=} replays one of them.
 */
class SimulationTest {

    private static final long FIRST_SEED = 1;
    private static final long SEEDS = 2_000;

    private static @Nullable Tally campaign;

    private static synchronized Tally campaign() {
        Tally done = campaign;
        if (done == null) {
            Long seed = Long.getLong("seed");
            done = seed == null ? Campaign.run(FIRST_SEED, SEEDS) : Campaign.run(seed, 1);
            campaign = done;
        }
        return done;
    }

    /** Protects every promise about credits and pictures, after every event of every world. */
    @Test
    void keepsEveryPromiseInEveryWorld() {
        assertThat(campaign().events()).isPositive();
    }

    /** Protects the campaign from being blind: what it never met, it never tested. */
    @Test
    void meetsEveryTroubleAnswerAndSituation() {
        if (Long.getLong("seed") == null) {
            assertThat(campaign().missing()).isEmpty();
        }
    }

    /** Protects the tally: it names what did not happen, and only that. */
    @Test
    void namesWhatWasNeverMet() {
        Tally nothing = new Tally();
        assertThat(nothing.missing()).contains("trouble " + Trouble.STORE_REPLY_LOST.name());

        nothing.saw(Trouble.STORE_REPLY_LOST);

        assertThat(nothing.missing())
                .doesNotContain("trouble " + Trouble.STORE_REPLY_LOST.name())
                .contains("sight " + Sight.TAKEN_TWICE.name(), "SubmitOutcome.InDebt");
    }

    /** Protects the replay: a failure that cannot be repeated cannot be understood. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261121})
    void isTheSameWorldAgainForTheSameSeed(long seed) {
        assertThat(Simulation.log(seed)).isEqualTo(Simulation.log(seed)).hasSizeGreaterThan(100);
    }

    /** Protects from seeds that all tell the same story. */
    @Test
    void isAnotherWorldForAnotherSeed() {
        assertThat(Simulation.log(1)).isNotEqualTo(Simulation.log(2));
    }
}
