package dev.halftone.function.generationsweep;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What the schedule calls each minute. */
public final class GenerationSweepHandler extends LambdaEntry {
    public GenerationSweepHandler() {
        this(GenerationSweepApplication.class);
    }

    GenerationSweepHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
