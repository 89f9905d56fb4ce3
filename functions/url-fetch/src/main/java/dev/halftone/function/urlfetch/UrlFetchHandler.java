package dev.halftone.function.urlfetch;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for messages about addresses. */
public final class UrlFetchHandler extends LambdaEntry {
    public UrlFetchHandler() {
        this(UrlFetchApplication.class);
    }

    UrlFetchHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
