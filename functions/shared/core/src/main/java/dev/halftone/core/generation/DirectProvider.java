package dev.halftone.core.generation;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model provider that answers an order with the finished result itself, in one call that may take
 * minutes. There is nothing to poll, nothing to stop, and nothing to fetch a second time.
 *
 * @param endpoints those that the call can order from
 * @param callTimeout the longest that one call may take, from the first byte sent to the last read
 * @param resendAffordable whether a call of unknown outcome may be made once more, at the risk of
 *     paying the provider twice; the user is charged once in any case
 */
public record DirectProvider(
        String name,
        Endpoints endpoints,
        Call call,
        Duration callTimeout,
        boolean resendAffordable) {

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

        /**
         * It will never be made.
         *
         * @param blame whether another provider may be asked
         * @param objection what its rules refused; {@code null} if they did not, or it did not say
         */
        record Refused(
                FailureReason reason, String detail, Blame blame, @Nullable Objection objection)
                implements Outcome {
            public Refused {
                Objection.requireFits(reason, objection);
            }

            public Refused(FailureReason reason, String detail) {
                this(reason, detail, Blame.ORDER, null);
            }

            /** The provider's rules do not allow it. */
            public static Refused moderated(String detail, Objection objection) {
                return new Refused(FailureReason.MODERATION, detail, Blame.ORDER, objection);
            }

            /** Not even looked at: our key, our plan or our balance there is not accepted. */
            public static Refused key(String detail) {
                return new Refused(FailureReason.PROVIDER_ERROR, detail, Blame.KEY, null);
            }

            /** Not even looked at: the provider does not have this endpoint for us. */
            public static Refused endpoint(String detail) {
                return new Refused(FailureReason.PROVIDER_ERROR, detail, Blame.ENDPOINT, null);
            }
        }

        /**
         * Surely not begun this time.
         *
         * @param ours whether it is for want of something of our own; then it waits, and nothing is
         *     said against the provider
         */
        record Postponed(Duration retryAfter, String detail, boolean ours) implements Outcome {
            public Postponed(Duration retryAfter, String detail) {
                this(retryAfter, detail, false);
            }
        }

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
