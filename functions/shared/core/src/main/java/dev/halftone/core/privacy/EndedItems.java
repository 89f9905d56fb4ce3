package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Table.STUDIO;

import java.util.List;

/** How many generations of each model ended, and how. */
final class EndedItems {

    private static final String ITEM = "ENDED";

    static final List<Declaration> ENDED =
            Declarations.of(
                            path -> new Place.Attribute(STUDIO.logicalId(), ITEM, path),
                            DataSubject.NOBODY,
                            OPERATION)
                    .add("pk", BOOKKEEPING, "read the counts of all models together")
                    .add("sk", MOMENT, "count each day and model for itself")
                    .add("v", BOOKKEEPING, "read the rest as it was written")
                    .add("delivered*", NUMBER, "show how often a model delivers")
                    .add("failed*", NUMBER, "show how often a model fails")
                    .add("refused*", NUMBER, "show how often a model refuses")
                    .add("stopped*", NUMBER, "show how often a model was stopped")
                    .add("countedUntil", MOMENT, "remove it once it is over")
                    .list();

    private EndedItems() {}
}
