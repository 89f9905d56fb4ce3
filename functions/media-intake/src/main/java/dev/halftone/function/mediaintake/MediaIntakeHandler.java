package dev.halftone.function.mediaintake;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for messages about uploads. */
public final class MediaIntakeHandler extends LambdaEntry {
    public MediaIntakeHandler() {
        this(MediaIntakeApplication.class);
    }

    MediaIntakeHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
