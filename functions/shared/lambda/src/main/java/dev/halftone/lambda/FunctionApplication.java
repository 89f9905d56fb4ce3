package dev.halftone.lambda;

import java.io.InputStream;
import java.util.function.Function;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Composes one function and registers exactly that one.
 *
 * <p>The function takes raw bytes: for any other input type the framework would copy request
 * headers into its message, unpack arrays and log what it received, and a client could replace the
 * event by a header called {@code payload}.
 */
public abstract class FunctionApplication
        implements ApplicationContextInitializer<GenericApplicationContext> {
    static final String FUNCTION = "function";

    /** Reads the configuration and calls {@code new} for everything; no input or output here. */
    protected abstract Function<InputStream, byte[]> compose(Environment environment);

    @Override
    public final void initialize(GenericApplicationContext context) {
        Function<InputStream, byte[]> function = compose(Environment.current());
        FunctionRegistration<Function<InputStream, byte[]>> registration =
                new FunctionRegistration<>(function, FUNCTION);
        registration.type(FunctionTypeUtils.functionType(InputStream.class, byte[].class));
        context.registerBean(FUNCTION, FunctionRegistration.class, () -> registration);
    }
}
