package dev.halftone.testing.history;

import org.jspecify.annotations.Nullable;

/**
 * One call as its caller saw it.
 *
 * @param invokedAt when it began, by a clock that all callers share
 * @param returnedAt when it ended; {@link Long#MAX_VALUE} if it never told
 * @param answer what it told, or {@code null}: then it may have had its effect, or have it later,
 *     or never
 */
public record Call<O>(
        int caller, long invokedAt, long returnedAt, O operation, @Nullable Object answer) {

    /** A call without an answer. */
    public static <O> Call<O> indefinite(int caller, long invokedAt, O operation) {
        return new Call<>(caller, invokedAt, Long.MAX_VALUE, operation, null);
    }

    boolean isIndefinite() {
        return answer == null;
    }
}
