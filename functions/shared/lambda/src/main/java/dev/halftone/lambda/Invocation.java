package dev.halftone.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.halftone.core.TraceId;
import dev.halftone.core.privacy.LogField;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * The invocation under way: known to the edge and to clients that bound their timeouts by it.
 *
 * @param remainingMillis counts down to the function's timeout
 * @param trace the action that is worked for; one of its own until that is known
 * @param language of who waits for the answer; English until that is known
 */
public record Invocation(
        String requestId,
        String functionName,
        IntSupplier remainingMillis,
        TraceId trace,
        Locale language) {
    public static final ScopedValue<Invocation> CURRENT = ScopedValue.newInstance();

    private static final String NONE = "none";

    static Invocation of(Context context) {
        return new Invocation(
                context.getAwsRequestId(),
                context.getFunctionName(),
                context::getRemainingTimeInMillis,
                TraceId.derivedFrom(context.getAwsRequestId()),
                Locale.ENGLISH);
    }

    /** How long the function may still run. */
    public Duration remaining() {
        return Duration.ofMillis(Math.max(0, remainingMillis.getAsInt()));
    }

    /** The id by which the log finds the current invocation. */
    public static String currentRequestId() {
        return CURRENT.isBound() ? CURRENT.get().requestId() : NONE;
    }

    static Optional<TraceId> currentTrace() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().trace()) : Optional.empty();
    }

    /** Works for {@code trace}: until then, every line of the log and every problem names it. */
    public static <T> T traced(TraceId trace, Supplier<T> work) {
        Invocation outer = CURRENT.isBound() ? CURRENT.get() : unbound(trace);
        Invocation inner =
                new Invocation(
                        outer.requestId(),
                        outer.functionName(),
                        outer.remainingMillis(),
                        trace,
                        outer.language());
        try (MDC.MDCCloseable _ = MDC.putCloseable(LogField.TRACE.key(), trace.value())) {
            return ScopedValue.where(CURRENT, inner).call(work::get);
        } finally {
            currentTrace().ifPresent(former -> MDC.put(LogField.TRACE.key(), former.value()));
        }
    }

    /** Works for somebody who reads {@code language}. */
    static <T> T readIn(Locale language, Supplier<T> work) {
        Invocation outer = CURRENT.get();
        Invocation inner =
                new Invocation(
                        outer.requestId(),
                        outer.functionName(),
                        outer.remainingMillis(),
                        outer.trace(),
                        language);
        return ScopedValue.where(CURRENT, inner).call(work::get);
    }

    static Locale currentLanguage() {
        return CURRENT.isBound() ? CURRENT.get().language() : Locale.ENGLISH;
    }

    private static Invocation unbound(TraceId trace) {
        return new Invocation(NONE, NONE, () -> 0, trace, Locale.ENGLISH);
    }

    static String currentFunctionName() {
        return CURRENT.isBound() ? CURRENT.get().functionName() : NONE;
    }
}
