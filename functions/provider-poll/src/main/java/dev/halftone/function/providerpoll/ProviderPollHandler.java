package dev.halftone.function.providerpoll;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for messages about generations. */
public final class ProviderPollHandler extends LambdaEntry {
    public ProviderPollHandler() {
        this(ProviderPollApplication.class);
    }

    ProviderPollHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
