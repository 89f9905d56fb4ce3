package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.MicroDollars;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What everybody has spent together, in as many counters as there are shares of the ceiling. No
 * counter passes its share, so all together never pass the ceiling; they may stay below it by less
 * than one piece of work each.
 */
public record SpentByAll(List<Spent> shards) {

    public SpentByAll {
        shards = List.copyOf(shards);
        if (shards.size() != Ceilings.SHARDS) {
            throw new IllegalArgumentException("There are " + Ceilings.SHARDS + " counters");
        }
    }

    /** The counter that a generation tries first. */
    public static int home(GenerationId id) {
        return Math.floorMod(id.value().hashCode(), Ceilings.SHARDS);
    }

    /** The first counter from there on that has room, or empty if none has. */
    public OptionalInt room(GenerationId id, MicroDollars cost, Ceilings ceilings) {
        return IntStream.range(0, Ceilings.SHARDS)
                .map(step -> (home(id) + step) % Ceilings.SHARDS)
                .filter(shard -> shards.get(shard).leavesRoom(cost, ceilings.share(shard)))
                .findFirst();
    }

    /** When the first of them may have room again, if none has. */
    public Instant resetsAt(MicroDollars cost, Ceilings ceilings, Instant now) {
        return IntStream.range(0, Ceilings.SHARDS)
                .mapToObj(shard -> shards.get(shard).resetsAt(cost, ceilings.share(shard), now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
