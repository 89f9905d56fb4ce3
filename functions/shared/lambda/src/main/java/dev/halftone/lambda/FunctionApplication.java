package dev.halftone.lambda;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    private final List<Runnable> primings = new ArrayList<>();

    /** Reads the configuration and calls {@code new} for everything; no input or output here. */
    protected abstract Function<InputStream, byte[]> compose(Environment environment);

    /**
     * Has a part make one call before a snapshot is taken, for what no priming event reaches. The
     * call may read what does not exist; it changes nothing and asks for no secret.
     *
     * @return the part itself
     */
    protected final <P> P primed(P part, Consumer<? super P> call) {
        primings.add(() -> call.accept(part));
        return part;
    }

    /** For a function that calls providers, none of which priming may reach. */
    protected final void primeOutboundHttp() {
        primings.add(LoopbackCall::make);
    }

    @Override
    public final void initialize(GenericApplicationContext context) {
        Function<InputStream, byte[]> function = compose(Environment.current());
        FunctionRegistration<Function<InputStream, byte[]>> registration =
                new FunctionRegistration<>(input -> answer(function, input), FUNCTION);
        registration.type(FunctionTypeUtils.functionType(InputStream.class, byte[].class));
        context.registerBean(FUNCTION, FunctionRegistration.class, () -> registration);
    }

    private byte[] answer(Function<InputStream, byte[]> function, InputStream input) {
        byte[] answer = function.apply(input);
        if (SnapshotHook.PRIMING.isBound()) {
            primings.forEach(Runnable::run);
        }
        return answer;
    }
}
