package dev.halftone.function.uploads;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for requests about uploads. */
public final class UploadsHandler extends LambdaEntry {
    public UploadsHandler() {
        this(UploadsApplication.class);
    }

    UploadsHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
