package dev.halftone.core.generation;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One model provider: the ports it implements and what may be done with it.
 *
 * @param endpoints those that the submission can order from
 * @param inquiry how to learn what became of a submission without an answer; {@code null} if the
 *     provider cannot tell
 */
public record Provider(
        String name,
        Endpoints endpoints,
        Submission submission,
        Polling polling,
        Cancellation cancellation,
        @Nullable Inquiry inquiry,
        Terms terms) {

    /**
     * How to deal with it.
     *
     * @param resendAffordable of which kinds of media a submission of unknown outcome may be sent
     *     once more, at the risk of paying the provider twice; the user is charged once in any case
     * @param callsBack whether it tells us of the end by itself; asked when it is needed, for it
     *     depends on where we are
     * @param retention how long it keeps what it has of our work
     */
    public record Terms(
            Set<MediaKind> resendAffordable, BooleanSupplier callsBack, Retention retention) {
        public Terms {
            resendAffordable = Set.copyOf(resendAffordable);
        }

        /** Of one that does not say how long it keeps what it has. */
        public Terms(Set<MediaKind> resendAffordable, BooleanSupplier callsBack) {
            this(resendAffordable, callsBack, Retention.UNDECLARED);
        }
    }

    /** Gives work to the provider. Never called twice for one claim. */
    public interface Submission {

        SubmissionOutcome submit(ProviderOrder order);

        /** Rebuilds the request from the id that a callback brought. */
        ProviderRequest requestOf(Route route, String providerRequestId);
    }

    /** Asks how the work stands. */
    @FunctionalInterface
    public interface Polling {
        PollOutcome poll(ProviderRequest request);
    }

    /** Asks the provider to stop; whether it does is seen by polling. */
    @FunctionalInterface
    public interface Cancellation {
        void cancel(ProviderRequest request);
    }

    /**
     * Asks what became of a submission without an answer: by a list of what the provider has, or by
     * sending the same order again where a key makes it the same to the provider.
     */
    @FunctionalInterface
    public interface Inquiry {

        /**
         * Changes nothing that has to be paid for.
         *
         * @param since the order was not given before
         * @return {@link SubmissionOutcome.Taken} only if that order was surely taken; {@link
         *     SubmissionOutcome.Unknown} if the provider does not know it
         * @throws dev.halftone.core.DependencyFailure if nothing could be learned now
         */
        SubmissionOutcome inquire(ProviderOrder order, Instant since);
    }

    /** Has the provider erase what it has of a request: what it was told, and what it made. */
    @FunctionalInterface
    public interface Erasure {

        /** Asked only once nobody needs anything of it any more, and again if it got no answer. */
        ErasureOutcome erase(ProviderRequest request);
    }

    /** What became of a wish to erase. */
    public sealed interface ErasureOutcome {

        /** It says that it has erased it. */
        record Erased() implements ErasureOutcome {}

        /** It says that it has nothing of it. */
        record Gone() implements ErasureOutcome {}

        /** It did not say either. */
        record Unanswered(String detail) implements ErasureOutcome {}
    }

    /** What became of a submission. */
    public sealed interface SubmissionOutcome {

        /**
         * It has the order.
         *
         * @param queuePosition how many are ahead, if it says so
         */
        record Taken(ProviderRequest request, @Nullable Integer queuePosition)
                implements SubmissionOutcome {
            public Taken(ProviderRequest request) {
                this(request, null);
            }
        }

        /**
         * It will never be taken.
         *
         * @param blame whether another provider may be asked
         * @param objection what its rules refused; {@code null} if they did not, or it did not say
         */
        record Refused(
                FailureReason reason, String detail, Blame blame, @Nullable Objection objection)
                implements SubmissionOutcome {
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
         * Surely not taken this time.
         *
         * @param ours whether it is our own doing: we ask too much at once, or lack something of
         *     our own; then it waits, and nothing is said against the provider
         */
        record Postponed(Duration retryAfter, String detail, boolean ours)
                implements SubmissionOutcome {
            public Postponed(Duration retryAfter, String detail) {
                this(retryAfter, detail, false);
            }
        }

        /** No answer: it may have been taken. Never treated as a failure. */
        record Unknown(String detail) implements SubmissionOutcome {}
    }

    /** How the work stands. */
    public sealed interface PollOutcome {

        /**
         * Waiting or being worked on.
         *
         * @param queuePosition how many are ahead, if it waits and the provider says so
         */
        record Working(@Nullable Integer queuePosition) implements PollOutcome {}

        record Completed(List<ProviderMedia> results) implements PollOutcome {
            public Completed {
                results = List.copyOf(results);
            }
        }

        /**
         * It came to nothing.
         *
         * @param objection what its rules refused; {@code null} if they did not, or it did not say
         */
        record Failed(FailureReason reason, String detail, @Nullable Objection objection)
                implements PollOutcome {
            public Failed {
                Objection.requireFits(reason, objection);
            }

            public Failed(FailureReason reason, String detail) {
                this(reason, detail, null);
            }

            /** The provider's rules do not allow it. */
            public static Failed moderated(String detail, Objection objection) {
                return new Failed(FailureReason.MODERATION, detail, objection);
            }
        }

        /** The provider does not know the work: not yet, if it was just given, or not any more. */
        record NotFound(String detail) implements PollOutcome {}

        /**
         * No usable answer this time; nothing is known about the work.
         *
         * @param retryAfter how long it asks to be left alone, if it says so
         */
        record Unanswered(String detail, @Nullable Duration retryAfter) implements PollOutcome {
            public Unanswered(String detail) {
                this(detail, null);
            }
        }
    }
}
