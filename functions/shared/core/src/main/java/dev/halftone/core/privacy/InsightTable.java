package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.PSEUDONYM;
import static dev.halftone.core.privacy.Table.INSIGHT;

import java.util.List;

/** What is counted to keep the service well, and forgotten within minutes. */
final class InsightTable {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(INSIGHT, "LIMIT", OPERATION)
                            .add("pk", PSEUDONYM, "count what one person or network asks")
                            .add("sk", BOOKKEEPING, "tell it from what else is counted")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("fullAt", MOMENT, "know how many more requests are answered")
                            .add("expiresAt", MOMENT, "forget it once nothing is missing")
                            .list());

    private InsightTable() {}
}
