package dev.halftone.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.halftone.core.privacy.LogField;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * What Lambda calls: starts the application once, then brackets every invocation with its scope,
 * its log context and the last boundary for failures.
 */
public abstract class LambdaEntry extends FunctionInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(LambdaEntry.class);

    // The list of hooks holds them weakly; Lambda holds the entry, and the entry its hook.
    private final SnapshotHook hook;

    /** The application is a system property, so handlers of one JVM are constructed in turn. */
    // The hook runs after the construction, when Lambda asks for it.
    @SuppressWarnings("this-escape")
    protected LambdaEntry(Class<? extends FunctionApplication> application) {
        System.setProperty("MAIN_CLASS", application.getName());
        // Log4j configures itself; a second configuration by Boot would cost time and win.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        super(FunctionApplication.FUNCTION);
        this.hook = new SnapshotHook(application, this::handleRequest);
        Core.getGlobalContext().register(hook);
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        ScopedValue.where(Invocation.CURRENT, Invocation.of(context))
                .call(() -> invoke(input, output, context));
    }

    SnapshotHook hook() {
        return hook;
    }

    /** Returns the request id only because what a scope calls has to return something. */
    private String invoke(InputStream input, OutputStream output, Context context)
            throws IOException {
        PowertoolsLogging.initializeLogging(context);
        MDC.put(LogField.TRACE.key(), Invocation.CURRENT.get().trace().value());
        try {
            super.handleRequest(input, output, context);
            return context.getAwsRequestId();
        } catch (RuntimeException | Error e) {
            LOG.error("Invocation failed", e);
            if (SnapshotHook.PRIMING.isBound()) {
                throw e;
            }
            // Lambda hands message and class of a failure to its caller: neither may say anything.
            throw new IllegalStateException("The invocation failed, see its log");
        } finally {
            PowertoolsLogging.clearState(true);
        }
    }
}
