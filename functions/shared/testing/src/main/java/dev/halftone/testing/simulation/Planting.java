package dev.halftone.testing.simulation;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.ledger.Movement;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.StudioPorts;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A bug put into a world, to see whether anybody notices.
 *
 * @param bend what the store does instead of each movement
 * @param ports the store's ports, made anew for every run
 * @param purchases the store's ports by which money becomes credits
 * @param media what stands before the bucket
 */
public record Planting(
        UnaryOperator<Movement> bend,
        Function<InMemoryStudio, StudioPorts> ports,
        Function<InMemoryStudio, PaymentPorts> purchases,
        UnaryOperator<MediaStore> media) {

    /** No bug. */
    public static Planting none() {
        return movement(UnaryOperator.identity());
    }

    /** A bug of the movements. */
    public static Planting movement(UnaryOperator<Movement> bend) {
        return new Planting(
                bend,
                InMemoryStudio::ports,
                InMemoryStudio::paymentPorts,
                UnaryOperator.identity());
    }

    /** A bug of the store. */
    public static Planting store(Function<InMemoryStudio, StudioPorts> ports) {
        return new Planting(
                UnaryOperator.identity(),
                ports,
                InMemoryStudio::paymentPorts,
                UnaryOperator.identity());
    }

    /** A bug of the store, in what is bought. */
    public static Planting purchases(Function<InMemoryStudio, PaymentPorts> purchases) {
        return new Planting(
                UnaryOperator.identity(),
                InMemoryStudio::ports,
                purchases,
                UnaryOperator.identity());
    }

    /** A bug of the bucket. */
    public static Planting bucket(UnaryOperator<MediaStore> media) {
        return new Planting(
                UnaryOperator.identity(),
                InMemoryStudio::ports,
                InMemoryStudio::paymentPorts,
                media);
    }
}
