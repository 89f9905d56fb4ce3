package dev.halftone.function.paymentwebhook;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for messages of payment processors. */
public final class PaymentWebhookHandler extends LambdaEntry {
    public PaymentWebhookHandler() {
        this(PaymentWebhookApplication.class);
    }

    PaymentWebhookHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
