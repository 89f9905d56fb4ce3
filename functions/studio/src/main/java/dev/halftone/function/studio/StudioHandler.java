package dev.halftone.function.studio;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for everything that people read. */
public final class StudioHandler extends LambdaEntry {
    public StudioHandler() {
        this(StudioApplication.class);
    }

    StudioHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
