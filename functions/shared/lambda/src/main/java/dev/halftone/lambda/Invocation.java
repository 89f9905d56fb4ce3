package dev.halftone.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * The invocation under way: known to the edge and to clients that bound their timeouts by it.
 *
 * @param remainingMillis counts down to the function's timeout
 */
public record Invocation(String requestId, String functionName, IntSupplier remainingMillis) {
    public static final ScopedValue<Invocation> CURRENT = ScopedValue.newInstance();

    private static final String NONE = "none";

    static Invocation of(Context context) {
        return new Invocation(
                context.getAwsRequestId(),
                context.getFunctionName(),
                context::getRemainingTimeInMillis);
    }

    /** How long the function may still run. */
    public Duration remaining() {
        return Duration.ofMillis(Math.max(0, remainingMillis.getAsInt()));
    }

    /** The id by which the log finds the current invocation. */
    public static String currentRequestId() {
        return CURRENT.isBound() ? CURRENT.get().requestId() : NONE;
    }

    static String currentFunctionName() {
        return CURRENT.isBound() ? CURRENT.get().functionName() : NONE;
    }
}
