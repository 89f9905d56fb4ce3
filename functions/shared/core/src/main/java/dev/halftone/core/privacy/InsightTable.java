package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.OPERATION;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CALL;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.PSEUDONYM;
import static dev.halftone.core.privacy.Table.INSIGHT;

import java.util.List;

/** What keeps the service well, and is forgotten within minutes or hours. */
final class InsightTable {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(INSIGHT, "LIMIT", OPERATION)
                            .add("pk", PSEUDONYM, "count what one person or network asks")
                            .add("sk", BOOKKEEPING, "tell it from what else is counted")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("fullAt", MOMENT, "know how many more requests are answered")
                            .add("expiresAt", MOMENT, "forget it once nothing is missing")
                            .list(),
                    Declarations.of(INSIGHT, "SPENT", OPERATION)
                            .add("pk", CALL, "believe a proof of identity once only")
                            .add("sk", BOOKKEEPING, "tell it from what is counted")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("claim", CALL, "let a caller know its own line")
                            .add("expiresAt", MOMENT, "forget it once nobody would believe it")
                            .list());

    private InsightTable() {}
}
