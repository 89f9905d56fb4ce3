package dev.halftone.function.providerwebhook;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for callbacks of providers. */
public final class ProviderWebhookHandler extends LambdaEntry {
    public ProviderWebhookHandler() {
        this(ProviderWebhookApplication.class);
    }

    ProviderWebhookHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
