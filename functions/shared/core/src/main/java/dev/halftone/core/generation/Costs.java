package dev.halftone.core.generation;

import dev.halftone.core.catalogue.MicroDollars;

/**
 * The money behind a generation, as it was when it was accepted, so that no later price list
 * changes what it earned. Never shown to its owner.
 *
 * @param counted what the ceilings count: its cost by the dearest way that it may go
 * @param own what it costs us beside its provider
 * @param worth what its credits were sold for at least
 */
public record Costs(MicroDollars counted, MicroDollars own, MicroDollars worth) {

    /** Of those that were accepted before costs were kept. */
    public static final Costs UNKNOWN =
            new Costs(MicroDollars.ZERO, MicroDollars.ZERO, MicroDollars.ZERO);
}
