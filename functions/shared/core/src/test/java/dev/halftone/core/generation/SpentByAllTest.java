package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.MicroDollars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpentByAllTest {

    private static final int WORLDS = 200;
    private static final int ORDERS = 400;
    private static final int COST_MAX = 1_000;

    /**
     * Goal: however work is spread, all counters together never pass the ceiling, and what is
     * refused fits in none of them. Method: random ceilings, costs and ids.
     */
    @Test
    void neverPassesTheCeilingAndRefusesOnlyWhatFitsNowhere() {
        long refusals = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            Ceilings ceilings = ceilings(random);
            List<Spent> shards = nothing();
            for (int order = 0; order < ORDERS; order++) {
                MicroDollars cost = new MicroDollars(1 + random.nextInt(COST_MAX));
                GenerationId id = new GenerationId("gen_%032x".formatted(random.nextLong()));
                OptionalInt room = new SpentByAll(shards).room(id, cost, ceilings);
                if (room.isPresent()) {
                    shards.set(room.getAsInt(), shards.get(room.getAsInt()).plus(cost));
                } else {
                    refusals++;
                    assertThat(IntStream.range(0, Ceilings.SHARDS))
                            .noneMatch(
                                    shard ->
                                            shards.get(shard)
                                                    .leavesRoom(cost, ceilings.share(shard)));
                }
                assertThat(sum(shards)).as("seed %d", seed).isLessThanOrEqualTo(all(ceilings));
            }
            // Each counter stays below its share by less than one piece of work.
            assertThat(sum(shards))
                    .as("seed %d", seed)
                    .isGreaterThan(all(ceilings) - (long) Ceilings.SHARDS * COST_MAX);
        }
        assertThat(refusals).isPositive();
    }

    // Protects: no millionth of the ceiling is lost in dividing it, and none is made.
    @ParameterizedTest
    @CsvSource({"16", "17", "31", "1000000000", "9999999999999"})
    void theSharesAddUpToTheCeiling(long amount) {
        Ceiling all = new Ceiling(new MicroDollars(amount), new MicroDollars(amount));
        Ceilings ceilings =
                new Ceilings(new Ceiling(new MicroDollars(1), new MicroDollars(1)), all);

        assertThat(
                        IntStream.range(0, Ceilings.SHARDS)
                                .mapToLong(shard -> ceilings.share(shard).day().amount())
                                .sum())
                .isEqualTo(amount);
    }

    // Protects: work is spread, or one counter would be in everybody's way.
    @Test
    void spreadsGenerationsOverAllCounters() {
        assertThat(
                        IntStream.range(0, 1_000)
                                .mapToObj(each -> "gen_%032x".formatted(each * 7_919L))
                                .map(GenerationId::new)
                                .map(SpentByAll::home))
                .contains(IntStream.range(0, Ceilings.SHARDS).boxed().toArray(Integer[]::new));
    }

    // Protects: people hear of the first moment at which it is worth trying again.
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:59:59Z, 9, 10, 2027-01-01T00:00:00Z",
        "2026-11-21T00:00:00Z, 9, 10, 2026-11-22T00:00:00Z",
        "2026-11-21T12:00:00Z, 9, 100, 2026-12-01T00:00:00Z"
    })
    void saysWhenThereMayBeRoomAgain(Instant now, long day, long month, Instant again) {
        Ceiling ceiling = new Ceiling(new MicroDollars(10), new MicroDollars(100));
        Spent spent = new Spent(new MicroDollars(day), new MicroDollars(month));

        assertThat(spent.leavesRoom(new MicroDollars(2), ceiling)).isFalse();
        assertThat(spent.resetsAt(new MicroDollars(2), ceiling, now)).isEqualTo(again);
    }

    private static Ceilings ceilings(Random random) {
        long day = (long) Ceilings.SHARDS * COST_MAX + random.nextInt(50_000);
        Ceiling all = new Ceiling(new MicroDollars(day), new MicroDollars(day + random.nextInt(5)));
        return new Ceilings(all, all);
    }

    private static long all(Ceilings ceilings) {
        return ceilings.all().day().amount();
    }

    private static long sum(List<Spent> shards) {
        return shards.stream().mapToLong(spent -> spent.day().amount()).sum();
    }

    private static List<Spent> nothing() {
        return new ArrayList<>(Collections.nCopies(Ceilings.SHARDS, Spent.NOTHING));
    }
}
