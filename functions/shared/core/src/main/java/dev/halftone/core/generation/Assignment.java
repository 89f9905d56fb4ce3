package dev.halftone.core.generation;

import dev.halftone.core.catalogue.MicroDollars;

/**
 * Which provider has a generation, or is to get it.
 *
 * @param provider its name in the catalogue
 * @param direct whether it answers an order with the result itself, as the catalogue said when it
 *     was chosen; its messages have a queue of their own
 * @param cost what it asks of us for the work, as its price list said then
 */
public record Assignment(String provider, boolean direct, MicroDollars cost) {

    public Assignment {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("A provider has a name");
        }
    }

    /** Which queue its messages wait in. */
    WorkItem.Stage stage() {
        return direct ? WorkItem.Stage.DIRECT : WorkItem.Stage.PROVIDER;
    }
}
