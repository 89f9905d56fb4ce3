package dev.halftone.core.generation;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A model provider that answers an order with the finished result itself, in one call that may take
 * minutes. There is nothing to poll, nothing to stop, and nothing to fetch a second time.
 *
 * @param callTimeout the longest that one call may take, from the first byte sent to the last read
 * @param resendAffordable whether a call of unknown outcome may be made once more, at the risk of
 *     paying the provider twice; the user is charged once in any case
 */
public record DirectProvider(
        String name, Call call, Duration callTimeout, boolean resendAffordable) {

    /** Gives an order and waits for its result. Never called twice for one claim. */
    @FunctionalInterface
    public interface Call {

        /**
         * Has one result made.
         *
         * @param target where to write it; replaced if it exists
         * @param bytesMax more than this is refused
         */
        Outcome make(ProviderOrder order, Path target, long bytesMax);
    }

    /** What became of a call. */
    public sealed interface Outcome {

        /** The result is in the target; whether it is what was asked for is for others to check. */
        record Made(ProviderRequest request, Usage usage) implements Outcome {}

        /** It will never be made. */
        record Refused(FailureReason reason, String detail) implements Outcome {}

        /** Surely not begun this time. */
        record Postponed(Duration retryAfter, String detail) implements Outcome {}

        /** No whole answer: it may have been made and will have to be paid. Never a failure. */
        record Unknown(String detail) implements Outcome {}
    }

    /**
     * What the provider counted for its bill, in tokens of its own.
     *
     * @param inputTokens what was sent, 0 if not told
     * @param outputTokens what was made, 0 if not told
     */
    public record Usage(long inputTokens, long outputTokens) {

        public Usage {
            if (inputTokens < 0 || outputTokens < 0) {
                throw new IllegalArgumentException("Nobody is billed for less than nothing");
            }
        }
    }
}
