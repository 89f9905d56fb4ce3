package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.Mark;
import dev.halftone.core.batch.ReleaseRows;
import dev.halftone.core.generation.Generation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

// Protects everybody from everybody else's tables: in a world whose providers make three pieces a
// turn, oldest first, somebody with five hundred rows delays nobody else's.
class FairReleaseTest {

    private static final int MADE_A_TURN = 3;
    private static final int AT_ONCE = 4;
    private static final int TURNS_MAX = 20;

    private final BatchWorld world = new BatchWorld();

    private void turn(ReleaseRows worker) {
        world.deliver(worker);
        Stream.of(1, 2)
                .map(world::of)
                .flatMap(List::stream)
                .filter(generation -> !generation.state().isTerminal())
                .sorted(Comparator.comparing(Generation::createdAt))
                .limit(MADE_A_TURN)
                .forEach(world::make);
    }

    /** How many turns the second person's rows take beside the first one's. */
    private int turnsOfTheSmallOne(int atOnce) {
        ReleaseRows worker =
                world.worker(
                        new BatchWorld.Calm(), new ReleaseRows.Rule(atOnce, Samples::signingKey));
        world.started(1, 1, 500);
        turn(worker);
        Batch small = world.started(2, 2, 1);
        int turns = 0;
        while (turns < TURNS_MAX
                && world.batches.find(small.id()).orElseThrow().marks().count(Mark.MADE) == 0) {
            turn(worker);
            turns++;
        }
        return turns;
    }

    @Test
    void delaysNobodysSinglePictureByFiveHundredRows() {
        assertThat(turnsOfTheSmallOne(AT_ONCE)).isLessThanOrEqualTo(4);
    }

    // Planted: no bound on what one person has made at once.
    @Test
    void noticesAPersonWhoTakesEveryPlace() {
        assertThat(turnsOfTheSmallOne(500)).isEqualTo(TURNS_MAX);
    }
}
