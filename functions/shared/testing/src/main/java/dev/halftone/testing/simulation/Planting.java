package dev.halftone.testing.simulation;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.ledger.Movement;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.StudioPorts;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A bug put into a world, to see whether anybody notices.
 *
 * @param bend what the store does instead of each movement
 * @param ports the store's ports, made anew for every run
 * @param media what stands before the bucket
 */
public record Planting(
        UnaryOperator<Movement> bend,
        Function<InMemoryStudio, StudioPorts> ports,
        UnaryOperator<MediaStore> media) {

    /** No bug. */
    public static Planting none() {
        return new Planting(
                UnaryOperator.identity(), InMemoryStudio::ports, UnaryOperator.identity());
    }

    /** A bug of the movements. */
    public static Planting movement(UnaryOperator<Movement> bend) {
        return new Planting(bend, InMemoryStudio::ports, UnaryOperator.identity());
    }

    /** A bug of the store. */
    public static Planting store(Function<InMemoryStudio, StudioPorts> ports) {
        return new Planting(UnaryOperator.identity(), ports, UnaryOperator.identity());
    }

    /** A bug of the bucket. */
    public static Planting bucket(UnaryOperator<MediaStore> media) {
        return new Planting(UnaryOperator.identity(), InMemoryStudio::ports, media);
    }
}
