package dev.halftone.function.checkout;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for requests about products and orders. */
public final class CheckoutHandler extends LambdaEntry {
    public CheckoutHandler() {
        this(CheckoutApplication.class);
    }

    CheckoutHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
