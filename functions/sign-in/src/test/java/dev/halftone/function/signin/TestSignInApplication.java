package dev.halftone.function.signin;

/** The application on ports of a test, which are bound while its handler is constructed. */
public final class TestSignInApplication extends SignInApplication {
    static final ScopedValue<SignInPorts> PORTS = ScopedValue.newInstance();

    @Override
    SignInPorts ports(SignInConfig config) {
        return PORTS.get();
    }
}
