package dev.halftone.function.ledgerseal;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What the ledger's stream calls with new lines, and the schedule each hour. */
public final class LedgerSealHandler extends LambdaEntry {
    public LedgerSealHandler() {
        this(LedgerSealApplication.class);
    }

    LedgerSealHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
