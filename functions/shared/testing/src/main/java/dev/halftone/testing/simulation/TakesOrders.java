package dev.halftone.testing.simulation;

import dev.halftone.core.generation.GenerationId;

/** A provider by what it will want to be paid for. */
interface TakesOrders {

    /** How many orders it took for one generation. */
    int taken(GenerationId generation);

    /** How many orders it may take for one generation. */
    int takenMax();

    /** Whether it has erased what it had of a request. */
    default boolean hasErased(String request) {
        return false;
    }
}
