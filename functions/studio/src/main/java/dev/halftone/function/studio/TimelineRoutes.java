package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.Generations;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;

/** What happened to the credits of a person's own generation, step by step. */
final class TimelineRoutes {
    private final OwnGeneration own;
    private final Catalogue catalogue;

    TimelineRoutes(Generations generations, Catalogue catalogue) {
        this.own = new OwnGeneration(generations);
        this.catalogue = catalogue;
    }

    /** Also of one that was removed: its lines in the ledger stay, and each can be explained. */
    HttpResponse timeline(HttpRequest request, SignedIn caller) {
        return own.evenRemoved(
                request,
                caller.user(),
                found -> HttpResponse.json(200, TimelineResource.of(found, catalogue)));
    }
}
