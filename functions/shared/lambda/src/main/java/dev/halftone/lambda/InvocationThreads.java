package dev.halftone.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Threads that belong to one invocation: what they log has its ids, and what they ask about it is
 * answered. None outlives the invocation, for Lambda would freeze it in the middle of a call.
 */
final class InvocationThreads {
    private final @Nullable Invocation invocation;
    private final Map<String, String> logContext;

    private InvocationThreads(@Nullable Invocation invocation, Map<String, String> logContext) {
        this.invocation = invocation;
        this.logContext = logContext;
    }

    /** Threads of the invocation that the caller works for. */
    static InvocationThreads ofCurrent() {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return new InvocationThreads(
                Invocation.CURRENT.isBound() ? Invocation.CURRENT.get() : null,
                context == null ? Map.of() : Map.copyOf(context));
    }

    /** Does everything at the same time and answers in order once all of it is done. */
    <T> List<T> all(List<Supplier<T>> work) {
        List<Future<T>> running = new ArrayList<>();
        // Closing waits for all, whatever the first of them threw.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Supplier<T> each : work) {
                running.add(threads.submit(() -> within(each)));
            }
        }
        return running.stream().map(InvocationThreads::result).toList();
    }

    private <T> T within(Supplier<T> work) {
        MDC.setContextMap(logContext);
        return invocation == null
                ? work.get()
                : ScopedValue.where(Invocation.CURRENT, invocation).call(work::get);
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while its work was under way", e);
        }
    }
}
