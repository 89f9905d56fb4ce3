package dev.halftone.function.generationsubmit;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for quotes, submissions and cancellations. */
public final class GenerationSubmitHandler extends LambdaEntry {
    public GenerationSubmitHandler() {
        this(GenerationSubmitApplication.class);
    }

    GenerationSubmitHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
