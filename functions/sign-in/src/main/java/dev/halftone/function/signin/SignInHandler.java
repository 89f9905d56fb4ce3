package dev.halftone.function.signin;

import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.LambdaEntry;

/** What Lambda calls for signing in and out. */
public final class SignInHandler extends LambdaEntry {
    public SignInHandler() {
        this(SignInApplication.class);
    }

    SignInHandler(Class<? extends FunctionApplication> application) {
        super(application);
    }
}
