package dev.halftone.core.catalogue;

import dev.halftone.core.ledger.Credits;
import java.util.Map;
import java.util.Optional;

/**
 * What work must bring in, and what it may cost.
 *
 * @param credit the least that one credit is sold for
 * @param own what a piece of work of each kind costs us beside its provider: computing, storing it
 *     and sending it to its owner
 * @param ceilings of what is spent at providers
 */
public record Economy(MicroDollars credit, Map<MediaKind, MicroDollars> own, Ceilings ceilings) {

    public Economy {
        own = Map.copyOf(own);
        if (credit.compareTo(MicroDollars.ZERO) <= 0) {
            throw new IllegalArgumentException("A credit is sold for something");
        }
        for (MediaKind kind : MediaKind.values()) {
            MicroDollars cost = own.get(kind);
            if (cost == null || cost.isNegative()) {
                throw new IllegalArgumentException("Our own part costs something for every kind");
            }
        }
    }

    /** What that many credits were sold for at least. */
    public MicroDollars worth(Credits credits) {
        return credit.times(credits.amount());
    }

    /** What it costs us beside its provider. */
    public MicroDollars own(MediaKind kind) {
        return own.getOrDefault(kind, MicroDollars.ZERO);
    }

    /**
     * The first piece of work on offer that would cost more by this route than it brings in, or
     * empty if there is none.
     */
    public Optional<Loss> loss(Model model, Route route) {
        return model.offer().pieces().stream()
                .flatMap(piece -> margin(model, route, piece).stream())
                .filter(each -> each.margin().isNegative())
                .findFirst();
    }

    private Optional<Loss> margin(Model model, Route route, Offer.Piece piece) {
        return route.cost(piece)
                .map(cost -> worth(piece.price()).minus(cost).minus(own(model.offer().kind())))
                .map(
                        margin ->
                                new Loss(
                                        model.id(),
                                        route.provider(),
                                        piece.size(),
                                        piece.length(),
                                        margin));
    }
}
