package dev.halftone.testing;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Settlements;

/** Stores that end generations rightly, and tell it wrongly. */
final class PlantedEnds {

    private PlantedEnds() {}

    /** A state without the step that belongs to it: what two writes instead of one leave. */
    static StudioPorts forgettingWhyCreditsWentBack(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        Settlements forgetful =
                (before, after, charged) ->
                        ports.settlements()
                                .settle(
                                        before,
                                        after.state() instanceof GenerationState.Failed
                                                ? untold(before, after)
                                                : after,
                                        charged);
        return Forwarding.with(ports, forgetful);
    }

    private static Generation untold(Generation before, Generation after) {
        return new Generation(
                after.id(),
                after.owner(),
                after.account(),
                after.request(),
                after.price(),
                after.createdAt(),
                after.deadline(),
                after.trace(),
                after.assignment(),
                after.costs(),
                after.shelf(),
                after.admission(),
                before.course(),
                after.state(),
                after.cancelRequested(),
                after.revision());
    }

    /** A count beside the transaction: whoever loses the race counts all the same. */
    static StudioPorts countingBesideTheEnd(InMemoryStudio studio) {
        StudioPorts ports = studio.ports();
        Settlements eager =
                (before, after, charged) -> {
                    boolean settled = ports.settlements().settle(before, after, charged);
                    if (!settled) {
                        studio.endings.count(after);
                    }
                    return settled;
                };
        return Forwarding.with(ports, eager);
    }
}
