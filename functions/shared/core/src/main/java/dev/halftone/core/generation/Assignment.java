package dev.halftone.core.generation;

import dev.halftone.core.catalogue.MicroDollars;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which provider has a generation, or is to get it.
 *
 * @param provider its name in the catalogue
 * @param direct whether it answers an order with the result itself, as the catalogue said when it
 *     was chosen; its messages have a queue of their own
 * @param cost what it asks of us for the work, as its price list said then
 * @param declined who surely did not take it before, the first one first
 */
public record Assignment(
        String provider, boolean direct, MicroDollars cost, List<String> declined) {

    public Assignment {
        declined = List.copyOf(declined);
        if (provider.isBlank()) {
            throw new IllegalArgumentException("A provider has a name");
        }
        if (declined.contains(provider)) {
            throw new IllegalArgumentException("Nobody is asked again who has declined");
        }
    }

    /** The first one. */
    public Assignment(String provider, boolean direct, MicroDollars cost) {
        this(provider, direct, cost, List.of());
    }

    /** The next one, after this one has declined. */
    Assignment after(Assignment declining) {
        return new Assignment(
                provider,
                direct,
                cost,
                Stream.concat(declining.declined.stream(), Stream.of(declining.provider)).toList());
    }

    /** Which queue its messages wait in. */
    WorkItem.Stage stage() {
        return direct ? WorkItem.Stage.DIRECT : WorkItem.Stage.PROVIDER;
    }
}
