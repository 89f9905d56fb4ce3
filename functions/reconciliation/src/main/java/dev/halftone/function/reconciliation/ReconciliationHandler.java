package dev.halftone.function.reconciliation;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What the schedule calls each hour. */
public final class ReconciliationHandler extends LambdaEntry {
    public ReconciliationHandler() {
        this(ReconciliationApplication.class);
    }

    ReconciliationHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
